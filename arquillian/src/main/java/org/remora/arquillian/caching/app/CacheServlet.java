package org.remora.arquillian.caching.app;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Objects;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.management.JMException;
import javax.management.ObjectName;
import org.remora.cdi.Distributed;
import org.remora.cdi.Local;
import org.remora.cluster.ClusterNode;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.local.LocalCache;

/** Does with caches what the parameter {@code op} says, and shows what comes of it as one line. */
@WebServlet("/cache")
public class CacheServlet extends HttpServlet {

    @Inject
    @Local(value = "contacts", statistics = true)
    private LocalCache<String, String> contacts;

    @Inject
    @Local(value = "contacts", statistics = true)
    private Cache<String, String> sameContacts;

    @Inject
    @Distributed("prices")
    private Cache<String, Amount> prices;

    @Inject
    @Distributed
    private CacheManager caches;

    @Inject
    private ServersOwn serversOwn;

    @Inject
    private ClusterNode node;

    @Inject
    private Event<CacheInvalidated> events;

    @Inject
    private UserTransaction transaction;

    @Inject
    private Notes notes;

    @Inject
    private BadObserver bad;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            String result = done(request, text(request, "op"), text(request, "key"), text(request, "value"));
            response.setContentType("text/plain");
            response.getWriter().write("result=" + result + "\n");
        } catch (Exception e) {
            throw new IOException("failed", e);
        }
    }

    private String done(HttpServletRequest request, String op, String key, String value) throws Exception {
        switch (op) {
            case "get" -> {
                return String.valueOf(contacts.get(key));
            }
            case "load" -> {
                return String.valueOf(contacts.get(key, missing -> value));
            }
            case "put" -> sameContacts.put(key, value);
            case "remove" -> contacts.remove(key);
            case "clear" -> contacts.clear();
            case "priceGet" -> {
                return String.valueOf(prices.get(key));
            }
            case "pricePut" -> prices.put(key, new Amount(Long.parseLong(value)));
            case "fire" -> events.fire(CacheInvalidated.of(text(request, "cache"), key));
            case "fireAsync" ->
                events.fireAsync(CacheInvalidated.of(text(request, "cache"), key))
                        .toCompletableFuture()
                        .join();
            case "fireUnserializable" -> {
                return refused();
            }
            case "commit" -> inTransaction(key, true);
            case "rollback" -> inTransaction(key, false);
            case "release" -> bad.release();
            case "own" -> {
                return serversOwn.putAndGet(key, value);
            }
            case "ownAnnotated" -> {
                return serversOwn.computedTwice(key);
            }
            case "ownBus" -> serversOwn.send(key);
            case "counter" -> {
                return counter(key);
            }
            default -> {
                return shown(op);
            }
        }
        return "done";
    }

    private String shown(String what) {
        return switch (what) {
            case "notes" -> String.join(",", notes.all());
            case "node" -> node.name();
            case "same" -> String.valueOf(caches.getCache("prices") != null);
            case "members" -> String.valueOf(node.members().size());
            case "state" -> String.valueOf(node.state());
            default -> throw new IllegalArgumentException("no such operation: " + what);
        };
    }

    /** What administrators see. */
    private static String counter(String attribute) throws JMException {
        ObjectName name = new ObjectName("org.remora:type=Invalidation,application=\"server/caching\"");
        return String.valueOf(ManagementFactory.getPlatformMBeanServer().getAttribute(name, attribute));
    }

    private String refused() {
        try {
            events.fire(CacheInvalidated.of("contacts", new Holder(new Object())));
            return "accepted";
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** What it returns is what the notes were before the end of the transaction. */
    private void inTransaction(String key, boolean commits) throws Exception {
        transaction.begin();
        contacts.put(key, "put in a transaction");
        events.fire(CacheInvalidated.of("transactional", key));
        if (commits) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
    }

    private static String text(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }
}
