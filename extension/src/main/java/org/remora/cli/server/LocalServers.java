package org.remora.cli.server;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import com.sun.tools.attach.VirtualMachineDescriptor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.remora.cli.output.CommandFailedException;
import org.remora.cli.output.ExitCode;

/** The servers with Remora that this user runs on this machine. */
public final class LocalServers {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private LocalServers() {}

    private record Found(long pid, String node) {

        @Override
        public String toString() {
            return pid + " (" + node + ")";
        }
    }

    /**
     * The only one.
     *
     * @return the server
     * @throws CommandFailedException if there is none, or more than one
     */
    public static LocalProcess only() {
        List<Found> found = all();
        if (found.isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.UNREACHABLE,
                    "No server with Remora of this user runs on this machine; name one by --pid or --jmx host:port.");
        }
        if (found.size() > 1) {
            String choices = found.stream().map(Found::toString).collect(Collectors.joining(", "));
            throw new CommandFailedException(
                    ExitCode.UNREACHABLE, "Several servers run on this machine; choose one by --pid: " + choices);
        }
        return new LocalProcess(found.get(0).pid());
    }

    private static List<Found> all() {
        long self = ProcessHandle.current().pid();
        return VirtualMachine.list().stream()
                .filter(each -> !each.id().equals(Long.toString(self)))
                .parallel()
                .flatMap(each -> look(each).stream())
                .toList();
    }

    /** What cannot be looked into is not this user's server. */
    private static Optional<Found> look(VirtualMachineDescriptor descriptor) {
        try {
            return Within.call(PATIENCE, descriptor.id(), () -> node(descriptor));
        } catch (ExecutionException | CommandFailedException notReadable) {
            return Optional.empty();
        }
    }

    private static Optional<Found> node(VirtualMachineDescriptor descriptor)
            throws IOException, AttachNotSupportedException {
        VirtualMachine machine = VirtualMachine.attach(descriptor);
        try {
            return LocalProcess.nodeOf(machine).map(node -> new Found(Long.parseLong(descriptor.id()), node));
        } finally {
            machine.detach();
        }
    }
}
