package org.remora.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remora.session.SessionSamples.NOW;
import static org.remora.session.SessionSamples.blank;
import static org.remora.session.SessionSamples.delta;
import static org.remora.session.SessionSamples.key;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;

/** A store as its guarantees see it: through its port on each of two nodes, and through a back door. */
interface StoreUnderTest {

    /** The store on a node. */
    SessionStore store(int node);

    /** The record as it rests, found without the help of the store. */
    Optional<SessionRecord> peek(SessionKey key);

    /** A new session, and the version it has then. */
    default long created(SessionId id, AttributeChange... changes) {
        return created(0, id, delta(0, changes));
    }

    /** A new session of a node, with what its first delta says. */
    default long created(int node, SessionId id, SessionDelta first) {
        CreateResult result = store(node).create(key(id), blank(id), first);
        return assertThat(result)
                .asInstanceOf(InstanceOfAssertFactories.type(CreateResult.Created.class))
                .actual()
                .version();
    }

    /** A commit that has to succeed. */
    default CommitResult.Committed committed(int node, SessionId id, long base, AttributeChange... changes) {
        return committed(node, id, delta(base, changes));
    }

    /** A commit that has to succeed. */
    default CommitResult.Committed committed(int node, SessionId id, SessionDelta delta) {
        return assertThat(store(node).commit(key(id), delta))
                .asInstanceOf(InstanceOfAssertFactories.type(CommitResult.Committed.class))
                .actual();
    }

    /** A look that has to succeed. */
    default SessionChanges found(int node, SessionId id, long since) {
        return found(node, id, since, NOW);
    }

    /** A look at a time that has to succeed. */
    default SessionChanges found(int node, SessionId id, long since, long nowMillis) {
        return assertThat(looked(node, id, since, nowMillis))
                .asInstanceOf(InstanceOfAssertFactories.type(LookResult.Found.class))
                .actual()
                .changes();
    }

    /** A look, whatever comes of it. */
    default LookResult looked(int node, SessionId id, long since, long nowMillis) {
        return store(node).look(key(id), new SessionLook(IdHash.of(id), since, nowMillis));
    }

    /** The record of a session that has to be there. */
    default SessionRecord stored(SessionId id) {
        return peek(key(id)).orElseThrow();
    }

    /** As many removals as a table cannot remember, one after the other; the version after the last. */
    default long removedOneByOne(SessionId id, List<String> names, long base) {
        long version = base;
        for (String name : names) {
            version =
                    committed(0, id, version, new AttributeChange.Removed(name)).version();
        }
        return version;
    }

    /** Takes a session whatever its state, for a node that did not make it. */
    default RemoveResult taken(int node, SessionId id, long since) {
        return store(node).remove(key(id), SessionTake.anyway(since, NOW, false));
    }

    /** Whether nothing but a tombstone may rest of a session. */
    default boolean isGone(SessionId id) {
        return peek(key(id)).filter(stored -> !stored.isEnded()).isEmpty();
    }
}
