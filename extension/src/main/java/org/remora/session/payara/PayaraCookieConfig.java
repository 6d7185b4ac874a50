package org.remora.session.payara;

import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.remora.session.servlet.ContainerCookieConfig;

/**
 * The {@code cookieSameSite} and {@code cookieSecure} of a {@code glassfish-web.xml}, which Payara keeps beside the
 * standard attributes.
 */
public final class PayaraCookieConfig implements ContainerCookieConfig {

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
