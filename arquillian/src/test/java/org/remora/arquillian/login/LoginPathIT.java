package org.remora.arquillian.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remora.arquillian.server.Page;

/** The way to a login that does not stay on one node, and what users get while nobody can tell who they are. */
@OnLoginNodes
class LoginPathIT {

    private static final int USERS = 8;

    private final LoginNodes nodes;

    LoginPathIT(LoginNodes nodes) {
        this.nodes = nodes;
    }

    @ParameterizedTest
    @EnumSource(names = {"FORM", "SECURITY_FORM"})
    void loginPage_givesCookieWithTheRouteOfItsNode(Secured application) throws IOException {
        Visitor visitor = new Visitor(application);
        assertThat(visitor.secret(nodes.first()).body()).isEqualTo("login page");

        assertThat(visitor.sessionCookie()).endsWith("." + nodes.first().name());
    }

    @ParameterizedTest
    @EnumSource(names = {"BASIC", "SECURITY_BASIC", "SESSION"})
    void refusal_withoutAnythingToRemember_givesNoCookie(Secured application) throws IOException {
        Visitor visitor = new Visitor(application);
        assertThat(visitor.secret(nodes.first()).status()).isEqualTo(401);

        assertThat(visitor.browser().cookies().all()).isEmpty();
    }

    @Test
    void passwordGivenToTheOtherNode_form_leadsToThePageThatWasWanted() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.get(nodes.first(), "/secret/user?word=a%20word");
        Page posted = visitor.giveFormPassword(nodes.second());

        assertThat(posted.header("Location").orElse("none")).endsWith("/form/secret/user?word=a%20word");
        Page page = visitor.get(nodes.second(), "/secret/user?word=a%20word");
        assertThat(page.value("user")).isEqualTo("ann");
        assertThat(page.value("word")).isEqualTo("a word");
        assertThat(visitor.secret(nodes.first()).value("user")).isEqualTo("ann");
    }

    @Test
    void passwordGivenToTheOtherNode_bySomebodyWithASession_leadsToThePageAndKeepsTheSession() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.keep(nodes.second(), "before");
        visitor.secret(nodes.first());
        Page posted = visitor.giveFormPassword(nodes.second());

        assertThat(posted.header("Location").orElse("none")).endsWith("/form/secret/user");
        assertThat(visitor.secret(nodes.first()).value("user")).isEqualTo("ann");
        assertThat(visitor.secret(nodes.first()).value("kept")).isEqualTo("before");
    }

    @Test
    void wrongPasswordGivenToTheOtherNode_thenTheRightOne_leadsToThePageThatWasWanted() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.secret(nodes.first());
        visitor.post(nodes.second(), "/j_security_check?j_username=ann&j_password=wrong");
        assertThat(visitor.secret(nodes.second()).body()).isEqualTo("login page");

        assertThat(visitor.giveFormPassword(nodes.second()).header("Location").orElse("none"))
                .endsWith("/form/secret/user");
        assertThat(visitor.secret(nodes.second()).value("user")).isEqualTo("ann");
    }

    @Test
    void postBeforeTheLogin_passwordGivenToTheOtherNode_leadsToTheRoot() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.post(nodes.first(), "/secret/user?word=said");
        Page posted = visitor.giveFormPassword(nodes.second());

        assertThat(posted.header("Location").orElse("none")).endsWith("/form/");
        assertThat(visitor.secret(nodes.second()).value("user")).isEqualTo("ann");
    }

    @Test
    void passwordGivenToTheOtherNode_formOfJakartaSecurity_logsIn() throws IOException {
        Visitor visitor = new Visitor(Secured.SECURITY_FORM);
        visitor.secret(nodes.first());
        Page posted = visitor.giveFormPassword(nodes.second());

        assertThat(posted.status()).isEqualTo(404);
        assertThat(visitor.secret(nodes.second()).value("user")).isEqualTo("mia");
        assertThat(visitor.secret(nodes.first()).value("user")).isEqualTo("mia");
    }

    @Test
    void formLeftAfterThePassword_logoutElsewhere_leavesNoWayIn() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.secret(nodes.first());
        visitor.giveFormPassword(nodes.first());
        visitor.logout(nodes.second());

        assertThat(visitor.open(nodes.first()).value("user")).isEqualTo("null");
        assertThat(visitor.secret(nodes.first()).body()).isEqualTo("login page");
    }

    @Test
    void postBeforeTheLogin_comesBackAfterIt() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        assertThat(visitor.post(nodes.first(), "/secret/user?word=said").body()).isEqualTo("login page");
        visitor.giveFormPassword(nodes.first());
        Page page = visitor.secret(nodes.first());

        assertThat(page.value("method")).isEqualTo("POST");
        assertThat(page.value("word")).isEqualTo("said");
        assertThat(visitor.secret(nodes.second()).value("user")).isEqualTo("ann");
    }

    @Test
    void userWithoutTheRole_isRefusedAndStaysLoggedIn() throws IOException {
        Visitor visitor = new Visitor(Secured.FORM);
        visitor.keep(nodes.first(), "before");
        visitor.secret(nodes.first());
        visitor.post(nodes.first(), "/j_security_check?j_username=bob&j_password=secret2");

        assertThat(visitor.secret(nodes.first()).status()).isEqualTo(403);
        assertThat(visitor.open(nodes.second()).value("user")).isEqualTo("bob");
        assertThat(visitor.secret(nodes.second()).status()).isEqualTo(403);
    }

    @Test
    void gridDoesNotAnswer_nobodyIsTakenForAStranger() throws IOException {
        List<Visitor> visitors = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            Visitor visitor = new Visitor(Secured.FORM);
            visitor.login(nodes.first());
            visitors.add(visitor);
        }
        nodes.first().freeze();
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Visitor visitor : visitors) {
                Page page = visitor.secret(nodes.second());
                assertThat(page.status()).as(page.body()).isIn(200, 503);
                assertThat(page.body()).isNotEqualTo("login page");
                statuses.add(page.status());
            }
            assertThat(statuses).contains(503);
        } finally {
            nodes.resumeFirst(Secured.FORM);
        }
        for (Visitor visitor : visitors) {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(
                            () -> assertThat(visitor.secret(nodes.second()).value("user"))
                                    .isEqualTo("ann"));
        }
    }
}
