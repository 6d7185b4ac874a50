package org.remora.cdi;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Optional;
import java.util.function.IntConsumer;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/** The transaction that the calling thread is in (Jakarta Transactions 2.0, 5). */
final class Transactions {

    private static final String NAME = "java:comp/TransactionSynchronizationRegistry";

    private final Optional<TransactionSynchronizationRegistry> registry;

    Transactions(Optional<TransactionSynchronizationRegistry> registry) {
        this.registry = registry;
    }

    /** Those of the server; none where there is no transaction service. */
    @SuppressWarnings("BanJNDI") // a name of the specification, not one that somebody sends
    static Transactions ofServer() {
        try {
            return new Transactions(Optional.of(InitialContext.doLookup(NAME)));
        } catch (NamingException withoutTransactions) {
            return new Transactions(Optional.empty());
        }
    }

    /**
     * Does one thing when the transaction of the calling thread is committed, another when it is rolled back; the first
     * at once if there is none.
     */
    void whenDone(Runnable committed, Runnable rolledBack) {
        if (registry.isEmpty() || !isActive()) {
            committed.run();
            return;
        }
        registry.get().registerInterposedSynchronization(new After(status -> {
            if (status == Status.STATUS_ROLLEDBACK) {
                rolledBack.run();
            } else {
                committed.run(); // also if nobody knows how it ended: too little in a cache harms nobody
            }
        }));
    }

    /** Whether the calling thread is in one that is not being ended. */
    boolean isActive() {
        return registry.map(TransactionSynchronizationRegistry::getTransactionStatus)
                .filter(status -> status == Status.STATUS_ACTIVE || status == Status.STATUS_MARKED_ROLLBACK)
                .isPresent();
    }

    private record After(IntConsumer completion) implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            completion.accept(status);
        }
    }
}
