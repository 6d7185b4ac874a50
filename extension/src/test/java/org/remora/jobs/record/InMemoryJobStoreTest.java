package org.remora.jobs.record;

import java.util.Optional;

/** The contract, with the simplest store. */
class InMemoryJobStoreTest extends JobStoreContract {

    private final InMemoryJobStore store = new InMemoryJobStore();

    @Override
    protected JobStore store() {
        return store;
    }

    @Override
    protected Optional<JobRecord> peek(JobKey key) {
        return store.peek(key);
    }
}
