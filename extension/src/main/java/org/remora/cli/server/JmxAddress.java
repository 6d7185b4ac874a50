package org.remora.cli.server;

import java.io.IOException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXServiceURL;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/**
 * A server by its JMX address, which its virtual machine was given by {@code com.sun.management.jmxremote.port}.
 *
 * @param host its name or address
 * @param port its port
 * @param credentials who asks; empty where nobody has to say so
 */
public record JmxAddress(String host, int port, Optional<Credentials> credentials) implements ServerAddress {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LAST_PORT = 65_535;
    private static final Pattern FORM =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+):(?<port>[0-9]{1,5})");

    /**
     * Who asks.
     *
     * @param user the name that the server's virtual machine knows
     * @param password the password
     */
    public record Credentials(String user, String password) {

        String[] both() {
            return new String[] {user, password};
        }

        /** A password is not for showing. */
        @Override
        public String toString() {
            return "Credentials[" + user + "]";
        }
    }

    /**
     * Reads an address.
     *
     * @param text {@code host:port}
     * @param credentials who asks
     * @return the address; empty if the text is none
     */
    public static Optional<JmxAddress> parse(String text, Optional<Credentials> credentials) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int port = Integer.parseInt(matcher.group("port"));
        return port < 1 || port > LAST_PORT
                ? Optional.empty()
                : Optional.of(new JmxAddress(matcher.group("host"), port, credentials));
    }

    @Override
    public Server connect() {
        Map<String, Object> environment = credentials
                .<Map<String, Object>>map(who -> Map.of(JMXConnector.CREDENTIALS, who.both()))
                .orElse(Map.of());
        try {
            return Within.call(PATIENCE, toString(), () -> Server.at(serviceUrl(), toString(), environment));
        } catch (ExecutionException e) {
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    private JMXServiceURL serviceUrl() throws MalformedURLException {
        return new JMXServiceURL("service:jmx:rmi:///jndi/rmi://" + host + ":" + port + "/jmxrmi");
    }

    private CommandFailedException refused(Throwable cause) {
        if (cause instanceof SecurityException) {
            String who = credentials.map(Credentials::user).map(" as "::concat).orElse(" without --user");
            return new CommandFailedException(
                    ExitCode.REFUSED, this + " does not let anybody in" + who + ": " + Trouble.reason(cause), cause);
        }
        String what = cause instanceof IOException ? "No server answers at " : "Cannot connect to ";
        return new CommandFailedException(ExitCode.UNREACHABLE, what + this + ": " + Trouble.reason(cause), cause);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
