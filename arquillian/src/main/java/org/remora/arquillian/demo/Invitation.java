package org.remora.arquillian.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;

/** Tells the user what to try, and says when a server has ended. */
final class Invitation {

    private static final Duration LOOK = Duration.ofMillis(500);

    private final ServerCluster servers;
    private final PrintStream out;
    private volatile boolean leaving;

    Invitation(ServerCluster servers, PrintStream out) {
        this.servers = servers;
        this.out = out;
    }

    /** Prints the addresses and what to do. */
    void print() {
        PayaraServer first = servers.node(0);
        PayaraServer second = servers.node(1);
        out.printf(
                """

                Both servers are members of the cluster "%s":

                  %s   %-28s  pid %d
                  %s   %-28s  pid %d

                Try this:

                  1. Open %s, fill the cart and the wish list.
                     "Where am I?" at the end of the page shows server, session and cluster.
                  2. Change a price there ("Shopkeeper" below a product), and look at
                     %s: the same price.
                  3. Open %s/archive, add some letters, and search in them.
                  4. Stop that server the hard way:

                         kill -9 %d

                  5. Open %s/cart in the same browser.
                     Cart, wish list and session are as they were; %s answers.
                     So are the letters, once its part of their index is built again there.

                Ctrl-C stops everything.

                """,
                ShopServers.CLUSTER,
                first.name(),
                address(first),
                first.pid(),
                second.name(),
                address(second),
                second.pid(),
                address(first),
                address(second),
                address(first),
                first.pid(),
                address(second),
                second.name());
    }

    /** Waits until no server is left, and says of each when it has ended, unless this process ends before. */
    void attend() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::leave, "leave"));
        List<PayaraServer> alive = new ArrayList<>(servers.nodes());
        while (!alive.isEmpty()) {
            for (PayaraServer server : List.copyOf(alive)) {
                if (server.hasEndedWithin(LOOK) && !leaving) {
                    alive.remove(server);
                    sayEnded(server, alive);
                }
            }
        }
    }

    private void leave() {
        leaving = true;
        out.println("Stopping the servers.");
    }

    private void sayEnded(PayaraServer ended, List<PayaraServer> alive) {
        out.println(ended.name() + " (pid " + ended.pid() + ") has ended. "
                + (alive.isEmpty()
                        ? "No server is left, and the sessions are gone."
                        : "Its users go on at " + address(alive.get(0)) + "/cart"));
    }

    private static String address(PayaraServer server) {
        return "http://localhost:" + server.httpPort() + ShopServers.CONTEXT_ROOT;
    }
}
