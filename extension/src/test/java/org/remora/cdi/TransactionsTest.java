package org.remora.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TransactionsTest {

    private final List<String> done = new ArrayList<>();
    private final TestTransaction registry = new TestTransaction();
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
}
