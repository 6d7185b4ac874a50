package org.remora.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.remora.config.CacheSettings;
import org.remora.invalidation.ApplicationInvalidations;
import org.remora.invalidation.FrameReceiver;
import org.remora.invalidation.InvalidationTransport;
import org.remora.invalidation.LocalCopies;
import org.remora.invalidation.NodeInvalidations;
import org.remora.invalidation.local.LocalCache;
import org.remora.invalidation.local.LocalCacheSettings;
import org.remora.invalidation.local.LocalCaches;
import org.remora.session.codec.StandardCodec;

/** What a local cache keeps of what is changed within a transaction and without. */
class AnnouncementsTest {

    private final TestTransaction transaction = new TestTransaction();
    private final LocalCaches caches = new LocalCaches(
            new Announcements(new Parts(), new Transactions(Optional.of(transaction))),
            System::nanoTime,
            CacheSettings.NONE);
    private final ApplicationInvalidations invalidations = new NodeInvalidations(
                    "node", true, Duration.ofSeconds(1), new Nobody(), System::nanoTime)
            .start(
                    "server/shop",
                    new StandardCodec(getClass().getClassLoader(), Optional.empty()),
                    caches,
                    event -> {},
                    Runnable::run);
    private final LocalCache<String, Integer> cache = caches.cache(
            "prices",
            new LocalCacheSettings(
                    100, Optional.empty(), Optional.empty(), false, LocalCacheSettings.Announce.EVERY_PUT));

    @Test
    void put_withoutATransaction_staysAndIsSent() {
        cache.put("a", 1);

        assertThat(cache.get("a")).isEqualTo(1);
        assertThat(invalidations.statistics().sent()).isEqualTo(1);
    }

    @Test
    void put_oldValueIsLoadedBeforeTheCommit_doesNotStay() {
        transaction.status = Status.STATUS_ACTIVE;
        cache.put("a", 2);
        caches.dropAll("prices");
        assertThat(cache.get("a", key -> 1)).as("not committed yet").isEqualTo(1);
        assertThat(invalidations.statistics().sent()).isZero();

        transaction.complete(Status.STATUS_COMMITTED);

        assertThat(cache.get("a")).isNull();
        assertThat(invalidations.statistics().sent()).isEqualTo(1);
    }

    @Test
    void put_transactionRollsBack_isDroppedAndNotSent() {
        transaction.status = Status.STATUS_ACTIVE;
        cache.put("a", 2);

        transaction.complete(Status.STATUS_ROLLEDBACK);

        assertThat(cache.get("a")).isNull();
        assertThat(invalidations.statistics().sent()).isZero();
    }

    private final class Parts implements Announcements.Parts {

        @Override
        public ApplicationInvalidations invalidations() {
            return invalidations;
        }

        @Override
        public LocalCopies copies() {
            return caches;
        }
    }

    /** There are no other nodes. */
    private static final class Nobody implements InvalidationTransport {

        @Override
        public Set<UUID> others() {
            return Set.of();
        }

        @Override
        public void tell(UUID member, byte[] frame) {}

        @Override
        public void deliver(UUID member, byte[] frame, Runnable settled) {}

        @Override
        public void receiveBy(FrameReceiver receiver) {}
    }
}
