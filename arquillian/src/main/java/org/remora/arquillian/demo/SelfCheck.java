package org.remora.arquillian.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.remora.arquillian.server.PayaraServer;
import org.remora.arquillian.server.ServerCluster;

/**
 * Tries what the demo invites to: fills both carts, changes a price, writes letters, kills the server that holds the
 * user, and asks the other.
 */
final class SelfCheck {

    private static final int SHOWN_OF_ID = 8;
    private static final String PRICED = "compass";
    private static final String NEW_PRICE = "59.99";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ServerCluster servers;
    private final PrintStream out;
    private final ShopUser user = new ShopUser();
    private boolean passed = true;

    SelfCheck(ServerCluster servers, PrintStream out) {
        this.servers = servers;
        this.out = out;
    }

    /**
     * Runs all steps and prints what each saw.
     *
     * @return whether the user found everything again
     * @throws IOException if a server that should be alive does not answer
     */
    boolean passes() throws IOException {
        fillCarts(servers.node(0));
        PayaraServer holder = node(user.route(), true);
        PayaraServer survivor = node(user.route(), false);
        ShopStatus before = user.status(holder);
        String idBefore = user.sessionId();
        out.println("1. Filled both carts. " + describe(before));
        changePrice(holder, survivor);
        LetterCheck letters = new LetterCheck(out);
        letters.write(holder);
        holder.kill();
        out.println("4. Killed " + holder.name() + " (SIGKILL, pid " + holder.pid() + "), which held the user");
        ShopStatus after = reload(survivor);
        compareIds(idBefore, user.sessionId());
        compare("opened", before.created(), after.created());
        compare("cart", before.cart(), after.cart());
        compare("wish list", before.wishes(), after.wishes());
        compare("price", NEW_PRICE, after.price(PRICED));
        goOnShopping(survivor, after);
        letters.search(survivor);
        compare("letters", letters.written(), letters.found());
        return passed;
    }

    private void fillCarts(PayaraServer first) throws IOException {
        user.look(first, "/");
        user.addToCart(first, "compass");
        user.addToCart(first, "mug");
        user.addToCart(first, "compass");
        user.wish(first, "kite");
        user.wish(first, "boat");
    }

    /** By somebody else, so that the user's session stays where it is. */
    private void changePrice(PayaraServer here, PayaraServer there) throws IOException {
        ShopUser keeper = new ShopUser();
        ShopUser customer = new ShopUser();
        String old = customer.status(there).price(PRICED);
        keeper.changePrice(here, PRICED, NEW_PRICE);
        long startNanos = System.nanoTime();
        String seen = customer.status(there).price(PRICED);
        while (!seen.equals(NEW_PRICE) && System.nanoTime() - startNanos < PATIENCE.toNanos()) {
            seen = customer.status(there).price(PRICED);
        }
        out.println("2. Changed the price of the " + PRICED + " from " + old + " on " + here.name() + "; "
                + there.name() + " showed it after "
                + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos) + " ms");
        compare("price", NEW_PRICE, seen);
    }

    private PayaraServer node(String name, boolean named) {
        return servers.nodes().stream()
                .filter(server -> server.name().equals(name) == named)
                .findFirst()
                .orElseThrow(() -> new DemoFailedException("The session cookie names no server of the demo: " + name));
    }

    private ShopStatus reload(PayaraServer survivor) throws IOException {
        long startNanos = System.nanoTime();
        ShopStatus after = user.status(survivor);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNanos);
        user.look(survivor, "/cart");
        out.println("5. Asked " + survivor.name() + " with the same cookie: " + after.server() + " answered after "
                + millis + " ms");
        return after;
    }

    private void goOnShopping(PayaraServer survivor, ShopStatus then) throws IOException {
        user.addToCart(survivor, "lantern");
        out.println("6. Put a lantern into the cart on " + survivor.name());
        compare("cart", then.cart() + ",lantern:1", user.status(survivor).cart());
    }

    private void compare(String what, String expected, String seen) {
        print(what, expected.equals(seen), expected, seen);
    }

    private void compareIds(String expected, String seen) {
        print("session id", expected.equals(seen), shortened(expected), shortened(seen));
    }

    private void print(String what, boolean good, String expected, String seen) {
        passed &= good;
        out.printf("     %-12s %s  %s%n", what, seen, good ? "ok" : "WRONG, expected " + expected);
    }

    private static String shortened(String id) {
        return id.substring(0, Math.min(SHOWN_OF_ID, id.length())) + "...";
    }

    private static String describe(ShopStatus status) {
        return status.server() + " answered: session " + status.session() + "... opened " + status.created() + ", cart "
                + status.cart() + ", wish list " + status.wishes();
    }
}
