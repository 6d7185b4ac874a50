package org.remora.cdi;

import org.remora.invalidation.ApplicationInvalidations;
import org.remora.invalidation.CacheInvalidated;
import org.remora.invalidation.LocalCopies;
import org.remora.invalidation.local.CacheChanges;

/** Tells other nodes what is out of date, within a transaction after its commit. */
final class Announcements implements CacheChanges {

    /** Gives what is made after this. */
    interface Parts {

        /** The application's way to the others. */
        ApplicationInvalidations invalidations();

        /** Its local caches. */
        LocalCopies copies();
    }

    private final Parts parts;
    private final Transactions transactions;

    Announcements(Parts parts, Transactions transactions) {
        this.parts = parts;
        this.transactions = transactions;
    }

    /**
     * Tells the others of a change.
     *
     * <p>Within a transaction everybody may load the old value until it is committed, here too, also in place of a new
     * one that was put and evicted or dropped since; so this node drops its own then, and when there is nothing to keep
     * it for.
     */
    @Override
    public Runnable prepare(CacheInvalidated change, boolean keptHere) {
        Runnable sending = parts.invalidations().prepare(change);
        Runnable everywhere = () -> {
            drop(change);
            sending.run();
        };
        return () ->
                transactions.whenDone(keptHere && !transactions.isActive() ? sending : everywhere, () -> drop(change));
    }

    private void drop(CacheInvalidated change) {
        if (change.cache().equals(CacheInvalidated.EVERY_CACHE)) {
            parts.copies().dropEverything();
        } else if (change.all()) {
            parts.copies().dropAll(change.cache());
        } else {
            parts.copies().drop(change.cache(), change.keys());
        }
    }
}
