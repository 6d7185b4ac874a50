package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** An application that is replaced node by node: the first has {@link Version#ONE}, the second {@link Version#TWO}. */
@OnTwoNodes(expectedWarnings = "RMR-2002 .*'(changed|added|first)")
class RollingUpgradeIT {

    private final TwoNodes nodes;
    private final Browser browser = new Browser();

    RollingUpgradeIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    /** Values that the first node cannot read: of a class that has changed, of one that is new. */
    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("changed", "shop.Order", "12.50", "12.50 EUR"),
                Arguments.of("added", "shop.Voucher", "free", "voucher free"));
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueOfTheNewVersion_onTheOldOne_isAbsentAndReportedOnce(String name, String type, String text, String shown)
            throws IOException {
        make(nodes.second(), name, type, text);

        for (int i = 0; i < 3; i++) {
            assertThat(read(nodes.first(), name)).isEqualTo("null");
            assertThat(read(nodes.second(), name)).isEqualTo(shown);
        }
        assertThat(nodes.first().log().messages("org.remora", LogMessage.WARNING))
                .filteredOn(message ->
                        message.text().contains("RMR-2002") && message.text().contains("'" + name + "'"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueOfTheNewVersion_oldOneWritesOthers_isKeptForTheNew(String name, String type, String text, String shown)
            throws IOException {
        make(nodes.second(), name, type, text);
        assertThat(read(nodes.first(), name)).isEqualTo("null");
        set(nodes.first(), "word", "written");
        set(nodes.first(), "word", "again");

        assertThat(read(nodes.second(), name)).isEqualTo(shown);
        assertThat(read(nodes.second(), "word")).isEqualTo("again");
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueOfTheNewVersion_oldOneWritesTheName_isReplacedEverywhere(
            String name, String type, String text, String shown) throws IOException {
        make(nodes.second(), name, type, text);
        assertThat(read(nodes.first(), name)).isEqualTo("null");
        set(nodes.first(), name, "new");

        assertThat(read(nodes.first(), name)).isEqualTo("new");
        assertThat(read(nodes.second(), name)).isEqualTo("new");
    }

    @ParameterizedTest
    @MethodSource("values")
    void valueOfTheNewVersion_oldOneRemovesTheName_isGoneEverywhere(String name, String type, String text, String shown)
            throws IOException {
        make(nodes.second(), name, type, text);
        assertThat(read(nodes.first(), name)).isEqualTo("null");
        get(nodes.first(), "/attribute?op=remove&name=" + name);

        assertThat(read(nodes.second(), name)).isEqualTo("null");
    }

    @Test
    void valueOfTheOldVersion_onTheNewOne_isAbsentAndKeptForTheOld() throws IOException {
        make(nodes.first(), "first", "shop.Order", "7");
        assertThat(read(nodes.second(), "first")).isEqualTo("null");
        set(nodes.second(), "word", "written");

        assertThat(read(nodes.first(), "first")).isEqualTo("amount 7");
        assertThat(read(nodes.first(), "word")).isEqualTo("written");
    }

    private void make(PayaraServer node, String name, String type, String text) throws IOException {
        get(node, "/made?name=" + name + "&type=" + type + "&text=" + text);
    }

    private void set(PayaraServer node, String name, String value) throws IOException {
        get(node, "/attribute?op=set&name=" + name + "&value=" + value);
    }

    private String read(PayaraServer node, String name) throws IOException {
        return get(node, "/attribute?op=get&name=" + name).value("value");
    }

    private Page get(PayaraServer node, String path) throws IOException {
        Page page = browser.get(node, Version.CONTEXT_ROOT + path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }
}
