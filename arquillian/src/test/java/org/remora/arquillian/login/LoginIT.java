package org.remora.arquillian.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.arquillian.server.Page;
import org.remora.arquillian.server.PayaraServer;

/** Who logs in on one node is logged in on the other, by every part of the server; who logs out is so everywhere. */
@OnLoginNodes
class LoginIT {

    /** The default bound for what another browser with the same session did, with a wide margin. */
    private static final Duration STALENESS = Duration.ofSeconds(5);

    private final LoginNodes nodes;

    LoginIT(LoginNodes nodes) {
        this.nodes = nodes;
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SECURITY_BASIC")
    void loginOnOneNode_onTheOther_isKnownToEveryPartOfTheServer(Secured application) throws IOException {
        Visitor visitor = new Visitor(application);
        visitor.login(nodes.first());
        Page here = visitor.secret(nodes.first());

        assertIsStaff(application, here);
        Page there = visitor.secret(nodes.second());
        assertIsStaff(application, there);
        assertThat(there.value("authType")).isEqualTo(here.value("authType"));
        assertThat(there.value("kind")).isEqualTo(here.value("kind"));
        assertIsStaff(application, visitor.open(nodes.second()));
    }

    private static void assertIsStaff(Secured application, Page page) {
        assertThat(page.status()).as(page.body()).isEqualTo(200);
        assertThat(page.value("user")).isEqualTo(application.user());
        assertThat(page.value("principal")).isEqualTo(application.user());
        assertThat(page.value("staff")).isEqualTo("true");
        assertThat(page.value("boss")).isEqualTo("false");
        assertThat(page.value("security.user")).isEqualTo(application.user());
        assertThat(page.value("security.staff")).isEqualTo("true");
        assertThat(page.value("desk")).isEqualTo(application.user());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SECURITY_BASIC")
    void login_changesTheIdAndKeepsTheAttributes(Secured application) throws IOException {
        Visitor visitor = new Visitor(application);
        visitor.keep(nodes.first(), "before");
        String before = visitor.sessionCookie();
        Visitor thief = visitor.inAnotherBrowser();
        visitor.login(nodes.first());

        assertThat(visitor.sessionCookie()).isNotEqualTo(before);
        assertThat(visitor.open(nodes.second()).value("kept")).isEqualTo("before");
        assertThat(visitor.open(nodes.first()).value("internal")).isEqualTo("null");
        assertThat(thief.open(nodes.second()).value("user")).isEqualTo("null");
        assertThat(thief.open(nodes.first()).value("user")).isEqualTo("null");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SECURITY_BASIC")
    void logoutOnOneNode_onTheOther_isSeenWithinTheBound(Secured application) throws IOException {
        Visitor visitor = new Visitor(application);
        visitor.login(nodes.first());
        Visitor twin = visitor.inAnotherBrowser();
        assertIsStaff(application, twin.open(nodes.first()));

        visitor.logout(nodes.second());

        assertThat(visitor.open(nodes.second()).value("user")).isEqualTo("null");
        assertThat(visitor.open(nodes.second()).value("kept")).isEqualTo("before");
        assertThat(visitor.open(nodes.first()).value("user")).isEqualTo("null");
        awaitStranger(twin, nodes.first());
        assertIsRefused(application, twin.secret(nodes.first()));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SECURITY_BASIC")
    void invalidationOnOneNode_onTheOther_isSeenWithinTheBound(Secured application) throws IOException {
        Visitor visitor = new Visitor(application);
        visitor.login(nodes.first());
        Visitor twin = visitor.inAnotherBrowser();
        assertIsStaff(application, twin.open(nodes.first()));

        visitor.invalidate(nodes.second());

        assertIsRefused(application, visitor.secret(nodes.second()));
        awaitStranger(twin, nodes.first());
        assertIsRefused(application, twin.secret(nodes.first()));
    }

    private static void awaitStranger(Visitor visitor, PayaraServer node) {
        await().atMost(STALENESS)
                .untilAsserted(
                        () -> assertThat(visitor.open(node).value("user")).isEqualTo("null"));
    }

    private static void assertIsRefused(Secured application, Page page) {
        switch (application) {
            case FORM, SECURITY_FORM -> assertThat(page.body()).isEqualTo("login page");
            case CALLED -> assertThat(page.value("user")).isEqualTo("null");
            default -> assertThat(page.status()).isEqualTo(401);
        }
    }

    @Test
    void passwordWithEveryRequest_onBothNodes_isTakenByEach() throws IOException {
        Visitor visitor = new Visitor(Secured.SECURITY_BASIC);

        assertIsRefused(Secured.SECURITY_BASIC, visitor.secret(nodes.first()));
        assertIsStaff(Secured.SECURITY_BASIC, visitor.withPassword().secret(nodes.first()));
        assertIsStaff(Secured.SECURITY_BASIC, visitor.withPassword().secret(nodes.second()));
        assertIsRefused(Secured.SECURITY_BASIC, visitor.secret(nodes.first()));
    }

    @Test
    void loginNotToBeKept_isNot() throws IOException {
        Visitor visitor = new Visitor(Secured.REGISTERING);
        visitor.keep(nodes.first(), "before");

        assertIsStaff(Secured.REGISTERING, visitor.get(nodes.first(), "/secret/user?token=zoe&once=yes"));
        assertIsRefused(Secured.REGISTERING, visitor.secret(nodes.first()));
        assertIsRefused(Secured.REGISTERING, visitor.secret(nodes.second()));
    }

    @Test
    void wrongPassword_getsTheErrorPageAndNoUser() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.secret(nodes.first());
        Page page = visitor.post(nodes.first(), "/j_security_check?j_username=ann&j_password=wrong");

        assertThat(page.body()).isEqualTo("wrong password");
        assertThat(visitor.open(nodes.first()).value("user")).isEqualTo("null");
    }

    @Test
    void nodeOfTheLogin_killed_usersAreKnownOnTheOther() throws IOException {
        Visitor form = new Visitor(Secured.FORM);
        form.login(nodes.first());
        Visitor session = new Visitor(Secured.SESSION);
        session.login(nodes.first());
        Visitor called = new Visitor(Secured.CALLED);
        called.login(nodes.first());

        nodes.killFirst();
        try {
            assertIsStaff(Secured.FORM, form.secret(nodes.second()));
            assertIsStaff(Secured.SESSION, session.secret(nodes.second()));
            assertIsStaff(Secured.CALLED, called.secret(nodes.second()));
        } finally {
            nodes.restartFirst();
        }
        assertIsStaff(Secured.FORM, form.secret(nodes.first()));
    }
}
