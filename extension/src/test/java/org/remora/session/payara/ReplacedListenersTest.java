package org.remora.session.payara;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionIdListener;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EventListener;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplacedListenersTest {

    private static final ServletRequestEvent REQUEST =
            new ServletRequestEvent(nothing(ServletContext.class), nothing(ServletRequest.class));

    private final List<String> heard = new ArrayList<>();
    private final Both both = new Both();
    private final HttpSessionIdListener other = (event, oldId) -> heard.add("other " + oldId);
    private final List<EventListener> listeners = new ArrayList<>(List.of(both, other));
    private final ReplacedListeners replaced = new ReplacedListeners(listeners);

    @Test
    void replaced_aRequest_isToldToTheReplacement() {
        replace();

        ((ServletRequestListener) listeners.get(0)).requestInitialized(REQUEST);
        ((ServletRequestListener) listeners.get(0)).requestDestroyed(REQUEST);

        assertThat(heard).containsExactly("replacement initialized", "replacement destroyed");
    }

    @Test
    void replaced_whatElseItListensTo_isToldToTheListenerItself() {
        replace();

        ((HttpSessionIdListener) listeners.get(0))
                .sessionIdChanged(new HttpSessionEvent(nothing(HttpSession.class)), "before");

        assertThat(heard).containsExactly("itself before");
    }

    @Test
    void replaced_aListenerThatHearsOfNoRequests_isTheSameAsBefore() {
        replace();

        assertThat(listeners.get(1)).isSameAs(other);
    }

    @Test
    void replaced_aListenerThatFails_failsAsItself() {
        replaced.replaced(own -> new ServletRequestListener() {
            @Override
            public void requestInitialized(ServletRequestEvent event) {
                throw new IllegalStateException("as asked");
            }
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> ((ServletRequestListener) listeners.get(0)).requestInitialized(REQUEST))
                .withMessage("as asked");
    }

    @Test
    void putBack_whileARequestGoesThroughThem_leavesTheListenersThemselves() {
        Runnable putBack = replace();
        Iterator<EventListener> request = listeners.iterator();
        request.next();

        putBack.run();

        assertThat(request.next()).isSameAs(other);
        assertThat(listeners).containsExactly(both, other);
    }

    @Test
    void list_thatCannotBeChanged_isOfAServerThatIsNotKnown() {
        ReplacedListeners fixed = new ReplacedListeners(List.of(both));

        assertThatIllegalStateException()
                .isThrownBy(() -> fixed.replaced(own -> own))
                .withMessageContaining("install the version of Remora that belongs to the server");
    }

    @Test
    void server_withoutItsClasses_isNoServer() {
        assertThatIllegalStateException().isThrownBy(PayaraCookieConfig::new).withMessageContaining("StandardContext");
    }

    private Runnable replace() {
        return replaced.replaced(own -> new ServletRequestListener() {
            @Override
            public void requestInitialized(ServletRequestEvent event) {
                heard.add("replacement initialized");
            }

            @Override
            public void requestDestroyed(ServletRequestEvent event) {
                heard.add("replacement destroyed");
            }
        });
    }

    private static <T> T nothing(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> {
                    throw new UnsupportedOperationException(method.getName());
                }));
    }

    private final class Both implements ServletRequestListener, HttpSessionIdListener {

        @Override
        public void requestInitialized(ServletRequestEvent event) {
            heard.add("itself initialized");
        }

        @Override
        public void sessionIdChanged(HttpSessionEvent event, String oldId) {
            heard.add("itself " + oldId);
        }
    }
}
