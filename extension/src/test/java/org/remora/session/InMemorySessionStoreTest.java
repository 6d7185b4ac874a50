package org.remora.session;

import java.util.Optional;

/** The naive store keeps the contract; so the contract can be kept. */
class InMemorySessionStoreTest extends SessionStoreContract {

    private final InMemorySessionStore store = new InMemorySessionStore();

    @Override
    public SessionStore store(int node) {
        return store;
    }

    @Override
    public Optional<SessionRecord> peek(SessionKey key) {
        return store.peek(key);
    }
}
