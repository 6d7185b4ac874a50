package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Applications packed in every usual way have their sessions on both nodes, under their own cookie and no other. */
@OnTwoNodes
class DeploymentVariantsIT {

    private final TwoNodes nodes;

    DeploymentVariantsIT(TwoNodes nodes) {
        this.nodes = nodes;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "URL_ONLY")
    void session_onChangeOfNode_isTheSame(Application application) throws IOException {
        ProbeUser user = new ProbeUser(application);
        user.set(nodes.first(), "place", "first");
        user.increment(nodes.first());
        user.visit(nodes.first());
        String id = user.session(nodes.first()).value("id");

        assertThat(user.read(nodes.second(), "place")).isEqualTo("first");
        assertThat(user.increment(nodes.second())).isEqualTo(2);
        assertThat(user.visit(nodes.second())).isEqualTo(2);
        assertThat(user.session(nodes.second()).value("id")).isEqualTo(id);
        assertThat(user.counter(nodes.first())).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "URL_ONLY")
    void cookies_ofAllAnswers_areTheApplicationsOwn(Application application) throws IOException {
        ProbeUser user = new ProbeUser(application);
        List<Cookie> cookies = Stream.of(
                        user.session(nodes.first()),
                        user.set(nodes.first(), "any", "thing"),
                        user.set(nodes.second(), "any", "other"),
                        user.changeId(nodes.second()),
                        user.session(nodes.first()),
                        user.invalidate(nodes.first()))
                .map(Page::cookies)
                .flatMap(List::stream)
                .toList();

        assertThat(cookies).isNotEmpty().extracting(Cookie::name).containsOnly(application.cookieName());
        assertThat(cookies).extracting(Cookie::path).containsOnly(application.cookiePath());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "URL_ONLY")
    void sessionCookie_hasIdAndRouteOfTheAnsweringNode(Application application) throws IOException {
        ProbeUser user = new ProbeUser(application);
        String id = user.createSession(nodes.first()).value("id");

        assertThat(id).matches("[A-Za-z0-9_-]{32}");
        assertThat(user.sessionCookie().value())
                .isEqualTo(id + "." + nodes.first().name());
        user.session(nodes.second());
        assertThat(user.sessionCookie().value())
                .isEqualTo(id + "." + nodes.second().name());
    }

    @Test
    void sessionCookie_withoutConfiguration_isHttpOnlyForTheContextRoot() throws IOException {
        Cookie cookie = newCookie(Application.PLAIN, nodes.first());

        assertThat(cookie.path()).isEqualTo("/plain");
        assertThat(cookie.has("httponly")).isTrue();
        assertThat(cookie.has("secure")).isFalse();
        assertThat(cookie.has("max-age")).isFalse();
    }

    @Test
    void sessionCookie_withConfiguration_hasNamePathAndAttributes() throws IOException {
        Cookie cookie = newCookie(Application.OWN_COOKIE, nodes.first());

        assertThat(cookie.path()).isEqualTo("/");
        assertThat(cookie.has("httponly")).isTrue();
        assertThat(cookie.has("secure")).isFalse();
        assertThat(cookie.attribute("samesite")).contains("Lax");
        assertThat(cookie.attribute("max-age")).contains("3600");
    }

    @Test
    void sessionCookie_withConfigurationOfTheServer_hasNameAndSameSite() throws IOException {
        Cookie cookie = newCookie(Application.PAYARA_DESCRIPTOR, nodes.first());

        assertThat(cookie.path()).isEqualTo("/payara");
        assertThat(cookie.attribute("samesite").orElse("none")).isEqualToIgnoringCase("Strict");
    }

    @Test
    void sessionTimeout_ofWebXml_holdsOnBothNodes() throws IOException {
        ProbeUser user = new ProbeUser(Application.OWN_COOKIE);
        assertThat(user.createSession(nodes.first()).value("timeout")).isEqualTo("420");
        assertThat(user.session(nodes.second()).value("timeout")).isEqualTo("420");
    }

    @Test
    void requestWithoutSession_setsNoCookie() throws IOException {
        for (Application application : Application.values()) {
            ProbeUser user = new ProbeUser(application);
            assertThat(user.get(nodes.first(), "/none").cookies()).isEmpty();
            assertThat(user.session(nodes.first()).cookies()).isEmpty();
        }
    }

    @Test
    void changedId_onOtherNode_findsTheSessionAndTheOldIdNothing() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.first(), "kept", "yes");
        ProbeUser withOldId = user.inAnotherBrowser();
        user.changeId(nodes.first());

        assertThat(user.read(nodes.second(), "kept")).isEqualTo("yes");
        assertThat(withOldId.session(nodes.second()).value("id")).isEqualTo("none");
    }

    @Test
    void changedIdSeveralTimesInOneRequest_onOtherNode_lastOneFindsTheSession() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.first(), "kept", "yes");
        Page page = user.post(nodes.first(), "/lifecycle?op=changeIds");

        assertThat(page.cookies()).hasSize(1);
        assertThat(user.sessionCookie().value()).isEqualTo(page.value("changedId") + ".node1");
        assertThat(user.read(nodes.second(), "kept")).isEqualTo("yes");
    }

    @Test
    void changedIdAndInvalidatedInOneRequest_onOtherNode_isGone() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.first(), "kept", "no");
        Page page = user.post(nodes.first(), "/lifecycle?op=changeIdAndInvalidate");

        assertThat(page.cookies()).isEmpty();
        assertThat(page.value("after")).isEqualTo("none, ended");
        assertThat(user.session(nodes.second()).value("id")).isEqualTo("none");
    }

    @Test
    void invalidatedSession_onOtherNode_isGone() throws IOException {
        ProbeUser user = new ProbeUser(Application.PLAIN);
        user.set(nodes.first(), "kept", "no");
        user.session(nodes.second());
        ProbeUser withOldCookie = user.inAnotherBrowser();

        assertThat(user.invalidate(nodes.first()).value("after")).isEqualTo("none, ended");
        assertThat(withOldCookie.session(nodes.second()).value("id")).isEqualTo("none");
    }

    private static Cookie newCookie(Application application, PayaraServer node) throws IOException {
        ProbeUser user = new ProbeUser(application);
        user.createSession(node);
        return user.sessionCookie();
    }
}
