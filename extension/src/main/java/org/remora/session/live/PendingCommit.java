package org.remora.session.live;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.remora.session.AttributeChange;
import org.remora.session.IdHash;
import org.remora.session.SessionDelta;

/** What one commit of a live session sends, and what becomes of it. Used by one thread, which holds the commit lock. */
final class PendingCommit {

    private static final byte[] NO_BYTES = {};

    /** All but the attributes, seen at one moment. */
    record Head(long changes, OptionalInt maxInactiveSeconds, Optional<IdHash> newId) {}

    private record Sent(LiveAttribute attribute, AttributeChange change) {}

    private final LiveSession session;
    private final Head head;
    private final List<Sent> sent = new ArrayList<>();

    private PendingCommit(LiveSession session) {
        this.session = session;
        this.head = session.head();
    }

    /** Collects what waits to be sent, the encodings that were offered to the session among it. */
    static PendingCommit of(LiveSession session) {
        PendingCommit commit = new PendingCommit(session);
        session.inPlace().take();
        long size = 0;
        for (LiveAttribute attribute : session.attributes().map().values()) {
            size += attribute.size();
            attribute.change().ifPresent(change -> commit.sent.add(new Sent(attribute, change)));
        }
        commit.leaveOutWhatExceeds(size - session.attributes().encoding().maxBytes());
        return commit;
    }

    /** The largest go first. They stay on this node, and are sent when there is room for them. */
    private void leaveOutWhatExceeds(long tooMuch) {
        long rest = tooMuch;
        while (rest > 0 && bytes() > 0) {
            Sent largest = Collections.max(
                    sent, Comparator.comparingInt(each -> each.attribute().size()));
            sent.remove(largest);
            rest -= largest.attribute().size();
            if (largest.attribute().failed(false)) {
                LiveLog.attributeTooLarge(
                        largest.attribute().name(),
                        largest.attribute().size(),
                        session.attributes().encoding().maxBytes());
                session.attributes().encoding().counters().attributeRefused();
            }
        }
    }

    boolean isEmpty() {
        return sent.isEmpty()
                && session.known().version() != 0
                && head.maxInactiveSeconds().isEmpty()
                && head.newId().isEmpty();
    }

    /** Whether other nodes are not to wait for their next look: it gives the session another id or less time. */
    boolean isNews() {
        return head.newId().isPresent()
                || (head.maxInactiveSeconds().isPresent()
                        && session.known().isShortened(head.maxInactiveSeconds().getAsInt()));
    }

    /** The bytes of all attributes that it sends. */
    int bytes() {
        int sum = 0;
        for (Sent each : sent) {
            sum += each.change() instanceof AttributeChange.Written written ? written.bytes().length : 0;
        }
        return sum;
    }

    SessionDelta delta(long nowMillis) {
        List<AttributeChange> changes = new ArrayList<>(sent.size());
        for (Sent each : sent) {
            changes.add(each.change());
        }
        return new SessionDelta(
                session.known().version(),
                nowMillis,
                session.accessedMillis(),
                head.maxInactiveSeconds(),
                head.newId(),
                changes,
                guarded());
    }

    /** What is merged if another node has changed it, too. */
    private Set<String> guarded() {
        Set<String> names = new HashSet<>();
        for (Sent each : sent) {
            if (each.attribute().isMerged(session.attributes().encoding())) {
                names.add(each.attribute().name());
            }
        }
        return names.isEmpty() ? Set.of() : names;
    }

    /** There was nothing to send. */
    void settled() {
        session.unsent().sent(head.changes());
    }

    /** The grid has it, written by a version, and the session is at a version. */
    void acknowledged(long writtenVersion, long version, long sentNanos) {
        for (Sent each : sent) {
            each.attribute().acknowledge(each.change());
            confirmed(each.change(), writtenVersion);
            if (each.change() instanceof AttributeChange.Removed) {
                session.attributes().map().remove(each.attribute().name(), each.attribute());
            }
        }
        if (head.newId().isPresent()) {
            session.known().idSeen(writtenVersion);
        }
        head.maxInactiveSeconds().ifPresent(seconds -> session.known().timeoutSeen(writtenVersion, seconds));
        session.known().committed(version, head.newId().orElse(session.known().idInGrid()), sentNanos);
        session.unsent().sent(head.changes());
    }

    /** The application may have written the attribute again meanwhile. */
    private void confirmed(AttributeChange change, long version) {
        LiveAttribute present = session.attributes().map().get(change.name());
        if (present != null && !present.isLocal()) {
            present.confirmed(change instanceof AttributeChange.Written written ? written.bytes() : NO_BYTES, version);
        }
    }
}
