package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.remora.arquillian.server.Browser;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Session ids in URLs: for clients without cookies, where the application's tracking modes allow it. */
@OnTwoNodes
class UrlTrackingIT {

    private static final String UNKNOWN = "A".repeat(32);

    private final TwoNodes nodes;

    UrlTrackingIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @Test
    void urlsAlone_sessionIsFoundOnBothNodesWithoutACookie() throws IOException {
        Page first = page(nodes.first(), "/url/urls?op=create");
        String value = first.value("id") + ".node1";

        assertThat(first.cookies()).isEmpty();
        assertThat(first.value("relative")).isEqualTo("page;jsessionid=" + value + "?a=1#top");
        assertThat(page(nodes.first(), "/url/attribute;jsessionid=" + value + "?op=set&name=word&value=seen")
                        .cookies())
                .isEmpty();
        assertThat(page(nodes.second(), "/url/attribute;jsessionid=" + value + "?op=get&name=word")
                        .value("value"))
                .isEqualTo("seen");
    }

    @Test
    void urlsAlone_ownWritesOnOneNode_areSeenByAnOldLinkToTheOther() throws IOException {
        String onFirst = "/url/counter;jsessionid="
                + page(nodes.first(), "/url/urls?op=create").value("id") + ".node1";
        String onSecond = onFirst.replace(".node1", ".node2");
        for (int i = 1; i <= 20; i += 2) {
            assertThat(new Browser().post(nodes.first(), onFirst).value("value"))
                    .isEqualTo("" + i);
            assertThat(new Browser().post(nodes.second(), onSecond).value("value"))
                    .isEqualTo("" + (i + 1));
        }
    }

    @Test
    void urlsAlone_cookieOfTheName_isNoSessionId() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        String id = page(nodes.first(), "/url/urls?op=create").value("id");
        try (RawRequest request = new RawRequest(nodes.first(), "/url/session", "JSESSIONID=" + id + ".node1")) {
            assertThat(request.wholeAnswer()).contains("\nid=none", "requestedId=null");
        }
        assertThat(user.browser().cookies().all()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forward", "include", "async"})
    void dispatched_newSession_isInTheUrls(String via) throws IOException {
        Page page = page(nodes.first(), "/plain/urls?op=create&via=" + via);
        String parameter = ";jsessionid=" + page.value("id") + ".node1";

        assertThat(page.value("relative")).isEqualTo("page" + parameter + "?a=1#top");
        assertThat(page.value("absolute")).isEqualTo("/plain/page" + parameter);
        assertThat(page.value("redirect")).isEqualTo("page" + parameter);
    }

    @Test
    void newSession_urlsOfOthers_stayAsTheyAre() throws IOException {
        Page page = page(nodes.first(), "/plain/urls?op=create");

        assertThat(page.value("foreign")).isEqualTo("http://elsewhere.example/plain/page");
        assertThat(page.value("otherApplication")).isEqualTo("/plainother/page");
    }

    @Test
    void noSession_urlsStayAsTheyAre() throws IOException {
        assertThat(page(nodes.first(), "/plain/urls").value("absolute")).isEqualTo("/plain/page");
    }

    @Test
    void clientWithCookies_urlsStayAsTheyAre() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.createSession(nodes.first());
        Page page = user.get(nodes.first(), "/urls");

        assertThat(page.value("absolute")).isEqualTo("/plain/page");
        assertThat(page.value("fromCookie")).isEqualTo("true");
        assertThat(page.value("fromUrl")).isEqualTo("false");
        assertThat(page.value("valid")).isEqualTo("true");
        assertThat(page.value("requestedId")).isEqualTo(page.value("id"));
    }

    @Test
    void cookiesAlone_urlsStayAsTheyAreAndIdsInThemAreNone() throws IOException {
        Page created = page(nodes.first(), "/plain/nested/urls?op=create");
        assertThat(created.value("absolute")).isEqualTo("/plain/nested/page");

        Page asked = page(nodes.first(), "/plain/nested/session;jsessionid=" + created.value("id") + ".node1");
        assertThat(asked.value("id")).isEqualTo("none");
        assertThat(asked.value("requestedId")).isEqualTo("null");
    }

    @Test
    void idInUrl_requestSaysSoAndShowsItsUriWithoutIt() throws IOException {
        String id = page(nodes.first(), "/plain/urls?op=create").value("id");
        Page page = page(nodes.second(), "/plain/urls;jsessionid=" + id + ".node1?op=");

        assertThat(page.value("id")).isEqualTo(id);
        assertThat(page.value("requestedId")).isEqualTo(id);
        assertThat(page.value("valid")).isEqualTo("true");
        assertThat(page.value("fromUrl")).isEqualTo("true");
        assertThat(page.value("fromCookie")).isEqualTo("false");
        assertThat(page.value("uri")).isEqualTo("/plain/urls");
        assertThat(page.value("url")).endsWith("/plain/urls");
        assertThat(page.value("path")).isEqualTo("/urls");
        assertThat(page.value("relative")).isEqualTo("page;jsessionid=" + id + ".node2?a=1#top");
    }

    @Test
    void ownCookieName_isTheNameInTheUrlToo() throws IOException {
        String id = page(nodes.first(), "/cookie/urls?op=create").value("id");
        Page page = page(nodes.second(), "/cookie/urls;SHOPSESSION=" + id + ".node1?op=");

        assertThat(page.value("id")).isEqualTo(id);
        assertThat(page.value("uri")).isEqualTo("/cookie/urls");
        assertThat(page.value("absolute")).isEqualTo("/cookie/page;SHOPSESSION=" + id + ".node2");
    }

    @Test
    void unknownIdInUrl_isNeitherValidNorAdopted() throws IOException {
        Page asked = page(nodes.first(), "/plain/urls;jsessionid=" + UNKNOWN + ".node1?op=");
        assertThat(asked.value("id")).isEqualTo("none");
        assertThat(asked.value("requestedId")).isEqualTo(UNKNOWN);
        assertThat(asked.value("valid")).isEqualTo("false");
        assertThat(asked.value("absolute")).isEqualTo("/plain/page");

        assertThat(page(nodes.first(), "/plain/urls;jsessionid=" + UNKNOWN + "?op=create")
                        .value("id"))
                .isNotEqualTo(UNKNOWN)
                .matches("[A-Za-z0-9_-]{32}");
    }

    @Test
    void changedId_urlsHaveTheNewOneAndTheOldOneFindsNothing() throws IOException {
        String old = page(nodes.first(), "/plain/urls?op=create").value("id");
        Page changed = page(nodes.first(), "/plain/urls;jsessionid=" + old + ".node1?op=changeId");

        assertThat(changed.value("id")).isNotEqualTo(old);
        assertThat(changed.value("absolute")).isEqualTo("/plain/page;jsessionid=" + changed.value("id") + ".node1");
        assertThat(changed.value("valid")).isEqualTo("true");
        assertThat(page(nodes.second(), "/plain/session;jsessionid=" + changed.value("id") + ".node1")
                        .value("id"))
                .isEqualTo(changed.value("id"));
        assertThat(page(nodes.first(), "/plain/session;jsessionid=" + old + ".node1")
                        .value("id"))
                .isEqualTo("none");
    }

    @Test
    void invalidated_urlsStayAsTheyAreAndTheIdIsNotValid() throws IOException {
        String id = page(nodes.first(), "/plain/urls?op=create").value("id");
        Page ended = page(nodes.first(), "/plain/urls;jsessionid=" + id + ".node1?op=invalidate");

        assertThat(ended.value("id")).isEqualTo("none");
        assertThat(ended.value("valid")).isEqualTo("false");
        assertThat(ended.value("requestedId")).isEqualTo(id);
        assertThat(ended.value("absolute")).isEqualTo("/plain/page");
    }

    /** A page for somebody who has no cookies. */
    private static Page page(PayaraServer node, String path) throws IOException {
        Page page = new Browser().get(node, path);
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        return page;
    }
}
