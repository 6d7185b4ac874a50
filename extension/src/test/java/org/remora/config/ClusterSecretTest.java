package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class ClusterSecretTest {

    private static final String KEY = "remora.cluster.secret";

    @Test
    void secret_tooShort_isRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> new ClusterSecret("tell nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("nobody");
    }

    @Test
    void settings_secret_isNotInTheirText() {
        RemoraSettings settings = RemoraSettings.read(TestConfig.of(KEY, "tell nobody of this secret"));

        assertThat(settings.toString()).doesNotContain("nobody");
        assertThat(settings.cluster().secrets())
                .extracting(ClusterSecret::text)
                .containsExactly("tell nobody of this secret");
    }

    @Test
    void settings_oneOfTheSecretsTooShort_noneIsShown() {
        assertThat(message("a secret that is long enough,tell nobody"))
                .contains(KEY + " = (hidden): must be 1 to 4 secrets")
                .doesNotContain("enough")
                .doesNotContain("nobody");
    }

    @Test
    void settings_secretThatLooksLikeAReference_isNotShown() {
        assertThat(message("${tell.nobody.of.this}")).contains(KEY).doesNotContain("nobody");
        assertThat(message("${remora.cluster.secret}")).contains(KEY).doesNotContain("${");
    }

    private static String message(String written) {
        return String.valueOf(catchThrowableOfType(
                        InvalidSettingsException.class, () -> RemoraSettings.read(TestConfig.of(KEY, written)))
                .getMessage());
    }
}
