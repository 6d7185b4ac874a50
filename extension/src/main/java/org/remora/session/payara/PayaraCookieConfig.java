package org.remora.session.payara;

import jakarta.servlet.ServletContext;
import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.remora.session.servlet.ContainerCookieConfig;

/**
 * The {@code cookieSameSite} and {@code cookieSecure} of a {@code glassfish-web.xml}, which Payara keeps beside the
 * standard attributes.
 */
public final class PayaraCookieConfig implements ContainerCookieConfig {

    private final ServerMethod setName =
            ServerMethod.hidden(CatalinaContext.core("StandardContext"), "setSessionCookieName", String.class);
    private final ServerMethod usedName =
            ServerMethod.of(CatalinaContext.core("StandardContext"), "getSessionCookieName");

    /**
     * Makes the adapter.
     *
     * @throws IllegalStateException if the server is not one that this was written for
     */
    public PayaraCookieConfig() {}

    @Override
    public Map<String, String> attributes(SessionCookieConfig config) {
        return property(config, "getSameSite")
                .map(value -> Map.of("SameSite", value.toString().toLowerCase(Locale.ROOT)))
                .orElseGet(Map::of);
    }

    /** By default a cookie is secure if the request is; {@code false} is written where TLS ends before the server. */
    @Override
    public boolean isNeverSecure(SessionCookieConfig config) {
        return property(config, "getSecure")
                .filter(type -> type.toString().equals("FALSE"))
                .isPresent();
    }

    /** Payara's configuration has the name that the application set, and its context a copy that requests go by. */
    @Override
    public void renameContainers(ServletContext context, String name) {
        Object application = CatalinaContext.of(context);
        String configured = context.getSessionCookieConfig().getName();
        setName.call(application, name);
        if (!name.equals(usedName.call(application))
                || !Objects.equals(configured, context.getSessionCookieConfig().getName())) {
            throw new IllegalStateException("This server is not one that this version of Remora knows, for it does not"
                    + " keep the name of its session cookie apart from the configured one; install the version of Remora"
                    + " that belongs to the server");
        }
    }

    private static Optional<Object> property(SessionCookieConfig config, String getter) {
        try {
            return Optional.ofNullable(config.getClass().getMethod(getter).invoke(config));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "This server's session cookie configuration is not one that this version of Remora knows: "
                            + config.getClass().getName(),
                    e);
        }
    }
}
