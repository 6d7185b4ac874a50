package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionIdTest {

    @Test
    void random_manyTimes_neverTheSameIdOrLocator() {
        List<SessionId> ids = Stream.generate(SessionId::random).limit(2000).toList();

        assertThat(ids).doesNotHaveDuplicates();
        assertThat(ids.stream().map(SessionId::locator)).doesNotHaveDuplicates();
        assertThat(ids).allSatisfy(id -> assertThat(id.value()).matches("[A-Za-z0-9_-]{32}"));
    }

    @Test
    void parse_whatRandomMade_theSameId() {
        SessionId id = SessionId.random();

        assertThat(SessionId.parse(id.value())).contains(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "abcdefghijklmnopqrstuvwxyz01234",
                "abcdefghijklmnopqrstuvwxyz0123456",
                "abcdefghijklmnopqrstuvwxyz01234.",
                "abcdefghijklmnopqrstuvwxyz01234+",
                "abcdefghijklmnopqrstuvwxyz01234\n",
                "abcdefghijklmnopqrstuvwxyz0123é5",
                "../../../../../../../etc/passwd!!",
                "abcdefghijklmnop\0rstuvwxyz012345"
            })
    void parse_anythingElse_empty(String text) {
        assertThat(SessionId.parse(text)).isEmpty();
    }

    @Test
    void parse_veryLongText_empty() {
        assertThat(SessionId.parse("a".repeat(1_000_000))).isEmpty();
    }

    @Test
    void constructor_wrongForm_refusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> new SessionId("secret-of-somebody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret-of-somebody");
    }

    @Test
    void renewed_anyId_sameLocatorAndAnotherSecret() {
        SessionId id = SessionId.random();

        SessionId renewed = id.renewed();

        assertThat(renewed).isNotEqualTo(id);
        assertThat(renewed.locator()).isEqualTo(id.locator()).hasSize(12);
        assertThat(renewed.value().substring(12)).isNotEqualTo(id.value().substring(12));
    }

    @Test
    void veiledBy_sameKeyTwice_isTheIdAgain() {
        SessionId id = SessionId.random();
        SessionId key = SessionId.random();

        assertThat(id.veiledBy(key, "a").veiledBy(key, "a")).isEqualTo(id);
    }

    @Test
    void veiledBy_anotherKeyOrPurpose_isSomethingElse() {
        SessionId id = SessionId.random();
        SessionId key = SessionId.random();

        assertThat(id.veiledBy(key, "a"))
                .isNotEqualTo(id)
                .isNotEqualTo(id.veiledBy(key.renewed(), "a"))
                .isNotEqualTo(id.veiledBy(key, "b"));
    }

    @Test
    void toString_anyId_doesNotTellIt() {
        SessionId id = SessionId.random();

        assertThat(id.toString()).doesNotContain(id.value()).doesNotContain(id.locator());
    }
}
