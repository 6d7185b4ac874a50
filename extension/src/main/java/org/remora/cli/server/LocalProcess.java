package org.remora.cli.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import javax.management.remote.JMXServiceURL;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/**
 * A server on this machine, of the same user. It is asked to start the management agent that every JDK has, which
 * listens to this machine only.
 *
 * @param pid the id of its process
 */
public record LocalProcess(long pid) implements ServerAddress {

    /** The system property by which a server with Remora is known; its value is the name of its node. */
    public static final String NODE_PROPERTY = "org.remora.node";

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Override
    public Server connect() {
        if (ProcessHandle.of(pid).isEmpty()) {
            throw new CommandFailedException(ExitCode.UNREACHABLE, "There is no process " + pid + ".");
        }
        try {
            return Within.call(PATIENCE, toString(), this::attach);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CommandFailedException failed) {
                throw failed;
            }
            throw refused(e.getCause() == null ? e : e.getCause());
        }
    }

    private Server attach() throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
        try {
            if (nodeOf(machine).isEmpty()) {
                throw new CommandFailedException(
                        ExitCode.NO_REMORA,
                        "Process " + pid + " is a Java process in which Remora does not run, or not yet.");
            }
            JMXServiceURL url = new JMXServiceURL(machine.startLocalManagementAgent());
            return Server.at(url, toString(), Map.of());
        } finally {
            machine.detach();
        }
    }

    /** The name of the node in a virtual machine. */
    static Optional<String> nodeOf(VirtualMachine machine) throws IOException {
        Properties properties = machine.getSystemProperties();
        return Optional.ofNullable(properties.getProperty(NODE_PROPERTY));
    }

    private CommandFailedException refused(Throwable cause) {
        return new CommandFailedException(
                ExitCode.UNREACHABLE,
                "Process " + pid + " is no Java process that this user can talk to: " + Trouble.reason(cause),
                cause);
    }

    @Override
    public String toString() {
        return "process " + pid;
    }
}
