package org.remora.session.payara;

import jakarta.servlet.SessionCookieConfig;
import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.remora.session.servlet.ContainerCookieConfig;

/** The {@code cookieSameSite} of a {@code glassfish-web.xml}, which Payara keeps beside the standard attributes. */
public final class PayaraCookieConfig implements ContainerCookieConfig {

    @Override
    public Map<String, String> attributes(SessionCookieConfig config) {
        return sameSite(config)
                .map(value -> Map.of("SameSite", value.toString().toLowerCase(Locale.ROOT)))
                .orElseGet(Map::of);
    }

    private static Optional<Object> sameSite(SessionCookieConfig config) {
        try {
            return Optional.ofNullable(
                    config.getClass().getMethod("getSameSite").invoke(config));
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "This server's session cookie configuration is not one that this version of Remora knows: "
                            + config.getClass().getName(),
                    e);
        }
    }
}
