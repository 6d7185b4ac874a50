package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Several applications on one server: each has its own sessions, whoever calls it. */
@OnTwoNodes
class OtherApplicationIT {

    private final TwoNodes nodes;
    private final Browser browser = new Browser();

    OtherApplicationIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void pathsWithinEachOther_eachApplicationFindsItsOwnSession() throws IOException {
        String outer = get(nodes.first(), "/plain/session?create=true").value("id");
        String inner = get(nodes.first(), "/plain/nested/session?create=true").value("id");
        assertThat(inner).isNotEqualTo(outer);

        for (PayaraServer node : nodes.both()) {
            Page nested = get(node, "/plain/nested/session");
            assertThat(nested.value("id")).isEqualTo(inner);
            assertThat(nested.value("requestedId")).isEqualTo(inner);
            assertThat(nested.value("requestedIdValid")).isEqualTo("true");
            assertThat(get(node, "/plain/session").value("id")).isEqualTo(outer);
        }
    }

    @Test
    void outerSessionAlone_innerApplicationHasNone() throws IOException {
        get(nodes.first(), "/plain/session?create=true");

        assertThat(get(nodes.first(), "/plain/nested/session").value("id")).isEqualTo("none");
    }

    @Test
    void applicationsOfOneUser_haveTheirOwnAttributes() throws IOException {
        for (String application : new String[] {"/plain", "/webxml", "/ordering"}) {
            get(nodes.first(), application + "/attribute?op=set&name=word&value=" + application);
        }
        for (String application : new String[] {"/plain", "/webxml", "/ordering"}) {
            assertThat(get(nodes.second(), application + "/attribute?op=get&name=word")
                            .value("value"))
                    .isEqualTo(application);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"include", "forward"})
    void dispatchIntoAnother_thatOneHasItsOwnSession(String how) throws IOException {
        get(nodes.first(), "/plain/attribute?op=set&name=word&value=own");
        Page page = get(nodes.first(), into("/webxml", how, "/attribute?op=set&name=word&value=other"));

        assertThat(page.value("value")).isEqualTo("other");
        assertThat(page.cookies()).extracting(Cookie::path).containsExactly("/webxml");
        assertThat(get(nodes.second(), "/webxml/attribute?op=get&name=word").value("value"))
                .isEqualTo("other");
        assertThat(get(nodes.second(), "/plain/attribute?op=get&name=word").value("value"))
                .isEqualTo("own");
    }

    @Test
    void includeOfAnother_callersSessionIsItsOwnAgainAfterwards() throws IOException {
        get(nodes.first(), "/plain/attribute?op=set&name=word&value=own");
        Page page = get(nodes.first(), into("/webxml", "include", "/attribute?op=set&name=word&value=other"));

        assertThat(page.value("own")).isEqualTo("own");
        assertThat(page.value("ownId"))
                .isEqualTo(get(nodes.first(), "/plain/session").value("id"));
    }

    @Test
    void dispatchAgain_theOthersSessionIsFoundByTheCallers() throws IOException {
        get(nodes.first(), into("/webxml", "include", "/counter"));
        browser.post(nodes.first(), into("/webxml", "include", "/counter"));
        browser.post(nodes.second(), into("/webxml", "forward", "/counter"));

        assertThat(browser.post(nodes.first(), into("/webxml", "include", "/counter"))
                        .value("value"))
                .isEqualTo("3");
        assertThat(get(nodes.second(), "/webxml/counter").value("value")).isEqualTo("3");
    }

    @Test
    void dispatchAgain_afterTheCallersIdWasChanged_theOthersSessionIsStillFound() throws IOException {
        get(nodes.first(), into("/webxml", "include", "/attribute?op=set&name=word&value=kept"));
        get(nodes.first(), "/plain/lifecycle?op=changeId");

        assertThat(get(nodes.second(), into("/webxml", "include", "/attribute?op=get&name=word"))
                        .value("value"))
                .isEqualTo("kept");
    }

    @Test
    void dispatchAgain_afterTheOtherChangedItsIdOnTheWay_itsSessionIsStillFound() throws IOException {
        get(nodes.first(), into("/webxml", "include", "/attribute?op=set&name=word&value=kept"));
        get(nodes.first(), into("/webxml", "forward", "/lifecycle?op=changeIds"));

        assertThat(get(nodes.second(), into("/webxml", "forward", "/attribute?op=get&name=word"))
                        .value("value"))
                .isEqualTo("kept");
        assertThat(get(nodes.second(), "/webxml/attribute?op=get&name=word").value("value"))
                .isEqualTo("kept");
    }

    @Test
    void dispatchAgain_afterTheOtherEndedItsSession_makesItANewOneEachOnce() throws IOException {
        get(nodes.first(), into("/webxml", "include", "/counter"));
        get(nodes.first(), into("/webxml", "forward", "/lifecycle?op=invalidate"));

        browser.post(nodes.first(), into("/webxml", "forward", "/counter"));
        assertThat(browser.post(nodes.first(), into("/webxml", "forward", "/counter"))
                        .value("value"))
                .isEqualTo("2");
    }

    @Test
    void dispatchIntoAnother_callersSessionShowsNothingOfIt() throws IOException {
        get(nodes.first(), into("/webxml", "include", "/counter"));

        assertThat(get(nodes.second(), "/plain/session").body()).doesNotContain("attribute.");
    }

    @Test
    void dispatchIntoAnother_whoseIdWasChangedElsewhere_makesItANewSession() throws IOException {
        get(nodes.first(), into("/webxml", "include", "/attribute?op=set&name=word&value=old"));
        get(nodes.first(), "/webxml/lifecycle?op=changeId");
        get(nodes.first(), into("/webxml", "include", "/attribute?op=set&name=word&value=new"));

        assertThat(get(nodes.second(), "/webxml/attribute?op=get&name=word").value("value"))
                .isEqualTo("new");
    }

    private static String into(String context, String how, String path) {
        return "/plain/cross?name=word&op=" + how + "&context=" + context + "&path="
                + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    private Page get(PayaraServer node, String path) throws IOException {
        Page page = browser.get(node, path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }
}
