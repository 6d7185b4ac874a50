package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remora.cluster.NodeState;
import org.remora.session.SessionId;

class SessionCookieTest {

    private static final SessionId ID = new SessionId("a".repeat(32));
    private static final String VALUE = ID.value() + ".node1";

    private final StubCookieConfig config = new StubCookieConfig();

    @Test
    void header_nothingConfigured_hasThePathOfTheApplication() {
        assertThat(cookie().header(ID, "/shop", false)).isEqualTo("JSESSIONID=" + VALUE + "; Path=/shop");
        assertThat(cookie().header(ID, "", false)).isEqualTo("JSESSIONID=" + VALUE + "; Path=/");
    }

    /** A balancer then sends the user to whatever node it likes. */
    @Test
    void header_nodeIsBeingDrained_hasNoRoute() {
        AtomicReference<NodeState> state = new AtomicReference<>(NodeState.ACTIVE);
        SessionCookie cookie = cookie().withStateOf(state::get);
        assertThat(cookie.header(ID, "/shop", false)).isEqualTo("JSESSIONID=" + VALUE + "; Path=/shop");

        for (NodeState leaving : List.of(NodeState.GRACE, NodeState.DRAINING, NodeState.DRAINED)) {
            state.set(leaving);
            assertThat(cookie.header(ID, "/shop", false)).isEqualTo("JSESSIONID=" + ID.value() + "; Path=/shop");
        }
    }

    /** Its users need no other cookie during the grace, and all of them do after it. */
    @Test
    void presentedBy_nodeIsBeingDrained_knowsItsUsersUntilTheGraceIsOver() {
        AtomicReference<NodeState> state = new AtomicReference<>(NodeState.GRACE);
        SessionCookie cookie = cookie().withStateOf(state::get);
        HttpServletRequest request =
                new StubRequest().cookies("JSESSIONID=" + VALUE).request();

        assertThat(PresentedIds.inCookies(cookie.presentedBy(request)).areUpToDate(ID))
                .isTrue();
        state.set(NodeState.DRAINING);
        assertThat(PresentedIds.inCookies(cookie.presentedBy(request)).areUpToDate(ID))
                .isFalse();
        assertThat(cookie.leadsAway(request)).isTrue();
        assertThat(cookie.leadsAway(new StubRequest()
                        .cookies("JSESSIONID=" + ID.value() + ".node2")
                        .request()))
                .isFalse();
    }

    @Test
    void taken_nameIsTheApplications_andTheContainersIsAnother() {
        config.setName("SHOP");
        ServletContext context = (ServletContext) Proxy.newProxyInstance(
                ServletContext.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, given) -> config);

        assertThat(SessionCookie.takenFrom(context, "node1", config).name()).isEqualTo("SHOP");
        assertThat(config.getName()).isEqualTo("SHOP");
        assertThat(config.containersName).isEqualTo(SessionCookie.CONTAINER_COOKIE);
    }

    @Test
    void header_secureRequest_isSecure() {
        assertThat(cookie().header(ID, "/shop", true)).endsWith("; Secure");
    }

    @Test
    void header_neverSecure_isNotEvenForASecureRequest() {
        config.neverSecure = true;
        assertThat(cookie().header(ID, "/shop", true)).doesNotContain("Secure");
    }

    @Test
    void header_alwaysSecure_isForEveryRequest() {
        config.setSecure(true);
        assertThat(cookie().header(ID, "/shop", false)).endsWith("; Secure");
    }

    @Test
    void header_everythingConfigured_hasItAll() {
        config.setPath("/");
        config.setDomain("shop.example");
        config.setHttpOnly(true);
        config.setMaxAge(3600);
        config.setAttribute("SameSite", "Strict");
        config.setAttribute("Partitioned", "yes");

        assertThat(cookie().header(ID, "/shop", false).split("; ", -1))
                .containsExactlyInAnyOrder(
                        "JSESSIONID=" + VALUE,
                        "Path=/",
                        "Domain=shop.example",
                        "HttpOnly",
                        "Max-Age=3600",
                        "SameSite=Strict",
                        "Partitioned=yes");
    }

    @Test
    void header_ageOfABrowserSession_isNotWritten() {
        config.setMaxAge(-1);
        assertThat(cookie().header(ID, "/shop", false)).doesNotContainIgnoringCase("max-age");
    }

    @Test
    void header_containersSameSite_givesWayToTheApplications() {
        config.containers = Map.of("SameSite", "lax");
        assertThat(cookie().header(ID, "/shop", false)).contains("; SameSite=lax");

        config.setAttribute("samesite", "None");
        assertThat(cookie().header(ID, "/shop", false)).contains("=None").doesNotContain("lax");
    }

    @ParameterizedTest
    @CsvSource({
        "JSESSIONID=x.node1, x",
        "JSESSIONID=x, x",
        "a=1; JSESSIONID=x.node2; b=2, x",
        "a=1;JSESSIONID=x, x",
        "JSESSIONID=\"x.node1\", x",
        "JSESSIONID=, ''",
        "JSESSIONID= x , x"
    })
    void presentedBy_cookieOfTheName_isItsValueWithoutTheRoute(String header, String text) {
        assertThat(presented(header)).extracting(PresentedIds.Presented::text).containsExactly(text);
    }

    @ParameterizedTest
    @CsvSource({"a=1", "JSESSIONIDS=x", "XJSESSIONID=x", "JSESSIONID", "a=JSESSIONID=x", "jsessionid=x", ";;"})
    void presentedBy_noCookieOfTheName_isNothing(String header) {
        assertThat(presented(header)).isEmpty();
    }

    @Test
    void presentedBy_noHeader_isNothing() {
        assertThat(cookie().presentedBy(new StubRequest().request())).isEmpty();
    }

    @Test
    void presentedBy_severalOfTheName_areAllInTheirOrder() {
        assertThat(presented("JSESSIONID=x.node1; JSESSIONID=y.node2", "JSESSIONID=z"))
                .extracting(PresentedIds.Presented::text)
                .containsExactly("x", "y", "z");
    }

    @ParameterizedTest
    @CsvSource({"x.node1, true", "x.node2, false", "x.node10, false", "x.nod, false", "x, false", "x.y.node1, false"})
    void presentedBy_route_tellsWhetherItIsThisNodes(String value, boolean here) {
        assertThat(presented("JSESSIONID=" + value))
                .extracting(PresentedIds.Presented::routedHere)
                .containsExactly(here);
    }

    @Test
    void presented_thisNodesRoute_isUpToDateAndAnyOtherIsNot() {
        assertThat(PresentedIds.inCookies(presented("JSESSIONID=" + VALUE)).areUpToDate(ID))
                .isTrue();
        assertThat(PresentedIds.inCookies(presented("JSESSIONID=" + ID.value() + ".node2"))
                        .areUpToDate(ID))
                .isFalse();
        assertThat(PresentedIds.NONE.areUpToDate(ID)).isFalse();
    }

    @Test
    void presented_inTheUrl_isUpToDateWhateverTheRoute() {
        PresentedIds inUrl = PresentedIds.inUrl(ID.value() + ".node2");

        assertThat(inUrl.areUpToDate(ID)).isTrue();
        assertThat(inUrl.ids()).extracting(PresentedIds.Presented::routedHere).containsExactly(false);
    }

    @Test
    void presented_renamed_clientIsToldWhereverItWas() {
        SessionId after = ID.renewed();
        PresentedIds here = PresentedIds.inCookies(presented("JSESSIONID=" + VALUE));
        PresentedIds elsewhere = PresentedIds.inCookies(presented("JSESSIONID=" + ID.value() + ".node2"));

        assertThat(here.withId(ID, after).areUpToDate(after)).isFalse();
        assertThat(here.withId(ID, after).contain(after)).isTrue();
        assertThat(here.withId(ID, after).leadElsewhere(after)).isFalse();
        assertThat(elsewhere.withId(ID, after).leadElsewhere(after)).isTrue();
    }

    private List<PresentedIds.Presented> presented(String... headers) {
        return cookie().presentedBy(new StubRequest().cookies(headers).request());
    }

    private SessionCookie cookie() {
        SessionCookieConfig standard = config;
        return SessionCookie.of(standard, "node1", config);
    }
}
