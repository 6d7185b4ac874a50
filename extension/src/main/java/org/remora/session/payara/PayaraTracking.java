package org.remora.session.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import org.glassfish.grizzly.http.server.Request;
import org.remora.session.servlet.ContainerTracking;
import org.remora.session.servlet.SessionTracking;

/**
 * Session tracking as Payara has it: its contexts know more than the tracking modes of the Servlet API, by which URLs
 * would not be rewritten unless the application asks, and by the properties {@code enableCookies} and
 * {@code enableURLRewriting} of a {@code glassfish-web.xml}. Grizzly cuts {@code jsessionid} out of the URI of every
 * request.
 */
public final class PayaraTracking implements ContainerTracking {

    private final CatalinaResponse catalina = new CatalinaResponse();

    /**
     * Makes the adapter.
     *
     * @throws IllegalStateException if the server's web container is not the one this was written for
     */
    public PayaraTracking() {}

    @Override
    public SessionTracking of(ServletContext context) {
        try {
            Object application = standardContext(context);
            return new SessionTracking(is(application, "getCookies"), is(application, "isEnableURLRewriting"));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "This server's web container is not one that this version of Remora knows: "
                            + context.getClass().getName(),
                    e);
        }
    }

    /** The text of the URI would have to be decoded; most have nothing of the kind. */
    @Override
    public boolean hasPathParameters(HttpServletRequest request) {
        Request grizzly = catalina.of(request).getRequest();
        return grizzly.isRequestedSessionIdFromURL()
                || grizzly.getRequest().getRequestURIRef().getRequestURIBC().indexOf(';', 0) >= 0;
    }

    @Override
    public Optional<String> standardParameter(HttpServletRequest request) {
        Request grizzly = catalina.of(request).getRequest();
        return grizzly.isRequestedSessionIdFromURL()
                ? Optional.ofNullable(grizzly.getRequestedSessionId())
                : Optional.empty();
    }

    private static Object standardContext(ServletContext facade) throws ReflectiveOperationException {
        Field inner = facade.getClass().getDeclaredField("context");
        inner.setAccessible(true);
        Object applicationContext = inner.get(facade);
        Method standard = applicationContext.getClass().getDeclaredMethod("getStandardContext");
        standard.setAccessible(true);
        return standard.invoke(applicationContext);
    }

    private static boolean is(Object application, String property) throws ReflectiveOperationException {
        return (boolean) application.getClass().getMethod(property).invoke(application);
    }
}
