package org.remora.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final List<String> done = new ArrayList<>();
    private final Registry registry = new Registry();
    private final Transactions transactions = new Transactions(Optional.of(registry));

    private void whenDone(Transactions current) {
        current.whenDone(() -> done.add("committed"), () -> done.add("rolled back"));
    }

    @Test
    void whenDone_noTransaction_happensAtOnce() {
        whenDone(transactions);
        whenDone(new Transactions(Optional.empty()));

        assertThat(done).containsExactly("committed", "committed");
    }

    @Test
    void whenDone_transactionCommits_happensAfterIt() {
        registry.status = Status.STATUS_ACTIVE;
        whenDone(transactions);
        assertThat(done).isEmpty();

        registry.complete(Status.STATUS_COMMITTED);

        assertThat(done).containsExactly("committed");
    }

    @Test
    void whenDone_transactionRollsBack_happensNever() {
        registry.status = Status.STATUS_MARKED_ROLLBACK;
        whenDone(transactions);

        registry.complete(Status.STATUS_ROLLEDBACK);

        assertThat(done).containsExactly("rolled back");
    }

    private static final class Registry implements TransactionSynchronizationRegistry {

        private final List<Synchronization> registered = new ArrayList<>();
        private int status = Status.STATUS_NO_TRANSACTION;

        void complete(int result) {
            registered.forEach(Synchronization::beforeCompletion);
            registered.forEach(each -> each.afterCompletion(result));
        }

        @Override
        public @Nullable Object getTransactionKey() {
            return null;
        }

        @Override
        public void putResource(Object key, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object getResource(Object key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            registered.add(synchronization);
        }

        @Override
        public int getTransactionStatus() {
            return status;
        }

        @Override
        public void setRollbackOnly() {
            status = Status.STATUS_MARKED_ROLLBACK;
        }

        @Override
        public boolean getRollbackOnly() {
            return status == Status.STATUS_MARKED_ROLLBACK;
        }
    }
}
