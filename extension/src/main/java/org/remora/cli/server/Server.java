package org.remora.cli.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.jspecify.annotations.Nullable;
import org.remora.cli.output.Fields;

/** A server that is connected to. To be closed. */
public final class Server implements AutoCloseable {

    /** How long a server may take for what it answers by itself or with a short question to others. */
    public static final Duration ANSWER = Duration.ofSeconds(15);

    private final String name;
    private final JMXConnector connector;
    private final MBeanServerConnection connection;
    private final Duration longest;

    private Server(String name, JMXConnector connector, MBeanServerConnection connection, Duration longest) {
        this.name = name;
        this.connector = connector;
        this.connection = connection;
        this.longest = longest;
    }

    /**
     * Connects. The address is one that somebody has typed, or of a process of the same user; what its owner sends is
     * read by the filter that the JDK's connector has.
     *
     * @throws SecurityException if nobody is let in like that
     */
    @SuppressWarnings("BanJNDI") // the only way to a JMX address
    static Server at(JMXServiceURL url, String name, Map<String, Object> environment) throws IOException {
        JMXConnector connector = JMXConnectorFactory.connect(url, environment);
        return new Server(name, connector, connector.getMBeanServerConnection(), ANSWER);
    }

    /**
     * The same server, for an operation that takes its time.
     *
     * @param time how long the operation may take, to which the usual time is added
     * @return the same connection; either may be closed
     */
    public Server patientFor(Duration time) {
        return new Server(name, connector, connection, ANSWER.plus(time));
    }

    /**
     * Reads an attribute.
     *
     * @param bean of this MBean
     * @param attribute its name
     * @return what a field may have
     */
    public @Nullable Object attribute(Bean bean, String attribute) {
        return OpenValues.plain(ask(bean, () -> connection.getAttribute(bean.objectName(), attribute)));
    }

    /**
     * Calls an operation.
     *
     * @param bean of this MBean
     * @param operation its name
     * @param arguments texts, numbers, booleans
     * @return what a field may have
     */
    public @Nullable Object call(Bean bean, String operation, Object... arguments) {
        List<Argument> all = Arrays.stream(arguments).map(Argument::of).toList();
        Object[] values = all.stream().map(Argument::value).toArray();
        String[] types = all.stream().map(Argument::type).toArray(String[]::new);
        return OpenValues.plain(ask(bean, () -> connection.invoke(bean.objectName(), operation, values, types)));
    }

    /**
     * Calls an operation that answers with fields.
     *
     * @param bean of this MBean
     * @param operation its name
     * @param arguments texts, numbers, booleans
     * @return the fields; none if it answered with something else
     */
    public Fields fields(Bean bean, String operation, Object... arguments) {
        return call(bean, operation, arguments) instanceof Fields answer ? answer : Fields.none();
    }

    private Object ask(Bean bean, Callable<@Nullable Object> question) {
        try {
            Answer answer = Within.call(longest, name, () -> new Answer(question.call()));
            return answer.value() == null ? Fields.none() : answer.value();
        } catch (ExecutionException e) {
            throw new Trouble(name, connection).of(bean, e.getCause() == null ? e : e.getCause());
        }
    }

    private record Answer(@Nullable Object value) {}

    /** Lets go of the connection. A server that does not answer is not waited for. */
    @Override
    public void close() {
        Thread thread = new Thread(this::disconnect, "remora-disconnect");
        thread.setDaemon(true);
        thread.start();
    }

    private void disconnect() {
        try {
            connector.close();
        } catch (IOException gone) {
            return; // then there is nothing left to close
        }
    }
}
