package org.remora.config;

import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/**
 * Variables that Kubernetes puts into the environment of every container for a service whose name begins with
 * {@code remora}, such as {@code REMORA_SERVICE_HOST} or {@code REMORA_PORT=tcp://10.0.0.7:8080}. They look like keys
 * and are none.
 *
 * @see <a href="https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables">Kubernetes,
 *     Service, Environment variables</a>
 */
final class ServiceLink {

    private static final Pattern NAME = Pattern.compile("REMORA_(?:[A-Z0-9_]+_)?"
            + "(?:SERVICE_HOST|SERVICE_PORT(?:_[A-Z0-9_]+)?|PORT_[0-9]+_(?:TCP|UDP|SCTP)(?:_(?:PROTO|PORT|ADDR))?)");
    private static final Pattern PORT_NAME = Pattern.compile("REMORA_(?:[A-Z0-9_]+_)?PORT");
    private static final Pattern PORT_VALUE = Pattern.compile("(?:tcp|udp|sctp)://.*");

    private ServiceLink() {}

    /** Whether a name in the configuration is such a variable's. */
    static boolean isOne(String name, Config config) {
        return NAME.matcher(name).matches()
                || (PORT_NAME.matcher(name).matches() && isPortValue(config.getOptionalValue(name, String.class)));
    }

    private static boolean isPortValue(Optional<String> value) {
        return value.filter(PORT_VALUE.asMatchPredicate()).isPresent();
    }
}
