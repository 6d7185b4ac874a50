package org.remora.arquillian.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.File;
import java.net.URISyntaxException;
import java.util.Collections;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.remora.arquillian.probe.VisitCounter;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.cluster.ClusterMember;
import org.remora.cluster.ClusterNode;

/** What an application sees from within: the node, and a session that keeps to the specification. */
@ExtendWith(ArquillianExtension.class)
class SingleNodeIT {

    @Inject
    private ServletContext context;

    @Inject
    private HttpServletRequest request;

    @Inject
    private HttpSession injectedSession;

    @Inject
    private VisitCounter counter;

    @Deployment
    static WebArchive application() throws URISyntaxException {
        return ProbeWar.annotationsOnly("single")
                .addPackage(SingleNodeIT.class.getPackage())
                .addAsLibrary(assertions());
    }

    private static File assertions() throws URISyntaxException {
        return new File(Assertions.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    @Test
    void node_isInTheServletContext() {
        ClusterNode node = (ClusterNode) context.getAttribute(ClusterNode.ATTRIBUTE);

        assertThat(node.name()).isEqualTo("single");
        assertThat(node.clusterName()).isEqualTo("single-node");
        assertThat(node.members()).singleElement().satisfies(member -> {
            assertThat(member.name()).isEqualTo("single");
            assertThat(member.local()).isTrue();
            assertThat(member.address()).startsWith("127.0.0.1:");
        });
        assertThat(node.members()).allMatch(ClusterMember::local);
    }

    @Test
    void injectedSession_andThatOfTheRequest_areTheSame() {
        HttpSession session = request.getSession();
        session.setAttribute("seen", "by both");

        assertThat(injectedSession.getId()).isEqualTo(session.getId()).matches("[A-Za-z0-9_-]{32}");
        assertThat(injectedSession.getAttribute("seen")).isEqualTo("by both");
    }

    @Test
    void newSession_hasTheDefaultsOfTheSpecification() {
        assertThat(request.getSession(false)).isNull();

        HttpSession session = request.getSession();

        assertThat(session.isNew()).isTrue();
        assertThat(session.getMaxInactiveInterval()).isEqualTo(1800);
        assertThat(session.getLastAccessedTime()).isGreaterThanOrEqualTo(session.getCreationTime());
        assertThat(session.getServletContext().getContextPath()).isEqualTo("/single");
        assertThat(request.getSession()).isSameAs(session);
        assertThat(request.isRequestedSessionIdValid()).isFalse();
    }

    @Test
    void attributes_setReplacedAndRemoved_areSeenAtOnce() {
        HttpSession session = request.getSession();
        session.setAttribute("one", 1);
        session.setAttribute("two", 2);
        session.setAttribute("two", "zwei");
        session.setAttribute("three", 3);
        session.removeAttribute("one");
        session.setAttribute("three", null);

        assertThat(session.getAttribute("one")).isNull();
        assertThat(session.getAttribute("two")).isEqualTo("zwei");
        assertThat(Collections.list(session.getAttributeNames()))
                .contains("two")
                .doesNotContain("one", "three");
    }

    @Test
    void notSerializableAttribute_isRefused() {
        HttpSession session = request.getSession();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> session.setAttribute("thread", new Thread("never started")))
                .withMessageContaining("thread")
                .withMessageContaining("java.lang.Thread");
    }

    @Test
    void changedId_keepsAttributes() {
        HttpSession session = request.getSession();
        session.setAttribute("kept", true);
        String oldId = session.getId();

        String newId = request.changeSessionId();

        assertThat(newId).isNotEqualTo(oldId);
        assertThat(request.getSession(false)).isNotNull();
        assertThat(request.getSession().getId()).isEqualTo(newId);
        assertThat(request.getSession().getAttribute("kept")).isEqualTo(true);
    }

    @Test
    void invalidatedSession_refusesEveryUse() {
        HttpSession session = request.getSession();
        String id = session.getId();

        session.invalidate();

        assertThat(session.getId()).isEqualTo(id);
        assertThatIllegalStateException().isThrownBy(() -> session.getAttribute("any"));
        assertThatIllegalStateException().isThrownBy(() -> session.setAttribute("any", "thing"));
        assertThatIllegalStateException().isThrownBy(session::getAttributeNames);
        assertThatIllegalStateException().isThrownBy(session::getCreationTime);
        assertThatIllegalStateException().isThrownBy(session::getLastAccessedTime);
        assertThatIllegalStateException().isThrownBy(session::isNew);
        assertThatIllegalStateException().isThrownBy(session::invalidate);
    }

    @Test
    void invalidatedSession_isFollowedByAnotherOne() {
        HttpSession first = request.getSession();
        first.invalidate();

        assertThat(request.getSession(false)).isNull();
        assertThat(request.getSession().getId()).isNotEqualTo(first.getId());
    }

    @Test
    void sessionScopedBean_countsAndIsFoundAgain() {
        assertThat(counter.visit()).isEqualTo(1);
        assertThat(counter.visit()).isEqualTo(2);
        assertThat(CDI.current().select(VisitCounter.class).get().visits()).isEqualTo(2);
    }
}
