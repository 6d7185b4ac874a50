package org.remora.arquillian.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.remora.arquillian.server.ServerCluster;
import org.remora.arquillian.server.ServerFailedException;
import org.remora.arquillian.server.SharedDatabase;

/**
 * Runs the sample shop on two servers and shows that a session survives the loss of one.
 *
 * <p>Arguments: the Payara Micro distribution, the extension, the shop. With {@code -Ddemo.check} the demo tries
 * itself, on free ports, within three minutes; without, it runs on the ports of {@code -Ddemo.ports} (8080 and 8081)
 * until it is interrupted. Whatever ends this process also ends the servers, and the database of the shop's letters,
 * which is in it.
 */
public final class Demo {

    private static final Duration CHECK_TIMEOUT = Duration.ofMinutes(3);

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    /** Ends the virtual machine with status 0 if all went well, else with 1. */
    public static void main(String[] arguments) {
        boolean good = new Demo(System.out).run(List.of(arguments));
        System.exit(good ? 0 : 1);
    }

    private boolean run(List<String> arguments) {
        try {
            DemoOptions options = DemoOptions.read(arguments, System.getProperties());
            return options.check() ? check(options) : invite(options);
        } catch (DemoFailedException | ServerFailedException failure) {
            out.println(failure.getMessage());
        } catch (IOException silence) {
            out.println("FAILED: a server did not answer: " + silence);
        }
        return false;
    }

    private boolean invite(DemoOptions options) {
        try (SharedDatabase database = database(options);
                ServerCluster servers = new ShopServers(out).start(options, database)) {
            Invitation invitation = new Invitation(servers, out);
            invitation.print();
            invitation.attend();
            return true;
        }
    }

    /** In this process, which outlives the servers. */
    private static SharedDatabase database(DemoOptions options) {
        return SharedDatabase.start(options.home().resolve("database"));
    }

    private boolean check(DemoOptions options) throws IOException {
        limitTime();
        try (SharedDatabase database = database(options);
                ServerCluster servers = new ShopServers(out).start(options, database)) {
            boolean passed = new SelfCheck(servers, out).passes();
            out.println(passed ? "OK: the session survived the loss of its server" : "FAILED: see above");
            return passed;
        }
    }

    private void limitTime() {
        new Timer("time-limit", true)
                .schedule(
                        new TimerTask() {
                            @Override
                            public void run() {
                                out.println("FAILED: not done after " + CHECK_TIMEOUT.toSeconds() + " s");
                                System.exit(1);
                            }
                        },
                        CHECK_TIMEOUT.toMillis());
    }
}
