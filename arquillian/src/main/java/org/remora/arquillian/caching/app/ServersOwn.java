package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.EventMetadata;
import jakarta.inject.Inject;
import java.util.Objects;
import javax.cache.Cache;
import javax.cache.CacheManager;
import javax.cache.configuration.MutableConfiguration;

/** What the server itself has to do with caches, used as if there were no other. */
@ApplicationScoped
public class ServersOwn {

    @Inject
    private CacheManager caches;

    @Inject
    private Cache<String, String> unnamed;

    @Inject
    private Answers answers;

    @Inject
    @Any
    private Event<String> bus;

    @Inject
    private Notes notes;

    /** Through a cache of its manager and through the one that it injects. */
    String putAndGet(String key, String value) {
        Cache<String, String> made = Objects.requireNonNullElseGet(
                caches.getCache("own"), () -> caches.createCache("own", new MutableConfiguration<String, String>()));
        made.put(key, value);
        unnamed.put(key, made.get(key));
        return unnamed.get(key);
    }

    /** Asks twice and says how often the answer was worked out. */
    String computedTwice(String key) {
        String first = answers.answer(key);
        String second = answers.answer(key);
        return first + "," + second;
    }

    /** By Payara's event bus to all of its members, this one as well. */
    void send(String text) throws ClassNotFoundException {
        bus.select(Outbound.loopedBack()).fire(text);
    }

    void received(@Observes String text, EventMetadata metadata) {
        boolean isInbound = metadata.getQualifiers().stream()
                .anyMatch(each -> each.annotationType().getSimpleName().equals("Inbound"));
        if (isInbound) {
            notes.add("bus:" + text);
        }
    }
}
