package org.remora.session.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.remora.config.MutationDetection;
import org.remora.session.AttributeChange;
import org.remora.session.IdHash;
import org.remora.session.SessionDelta;
import org.remora.session.codec.NotStorableException;

/** What one commit of a live session sends, and what becomes of it. Used by one thread, which holds the commit lock. */
final class PendingCommit {

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

    /** Collects what was changed, comparing the objects that requests since the given one had in their hands. */
    static PendingCommit collect(LiveSession session, long request, MutationDetection detection) {
        PendingCommit commit = new PendingCommit(session);
        for (LiveAttribute attribute : session.attributeMap().values()) {
            if (attribute.isPending() || commit.isToBeCompared(attribute, request, detection)) {
                commit.add(attribute);
            }
        }
        if (detection != MutationDetection.NONE) {
            commit.addSuperseded(request);
        }
        return commit;
    }

    private boolean isToBeCompared(LiveAttribute attribute, long request, MutationDetection detection) {
        return switch (detection) {
            case NONE -> false;
            case ACCESSED -> attribute.mayHaveChangedSince(request);
            case ALL -> attribute.isMutable();
        };
    }

    private void add(LiveAttribute attribute) {
        try {
            @Nullable AttributeChange change = session.change(attribute);
            if (change != null) {
                sent.add(new Sent(attribute, change));
            }
        } catch (NotStorableException e) {
            LiveLog.attributeNotStorable(attribute.name(), e);
        }
    }

    /** What this request changed in place after others had written the attribute: its commit is the later one. */
    private void addSuperseded(long request) {
        for (LiveAttribute attribute : session.superseded()) {
            if (attribute.mayHaveChangedSince(request) && isNotSent(attribute.name())) {
                int before = sent.size();
                add(attribute);
                if (sent.size() > before) {
                    session.superseded().remove(attribute);
                    session.attributeMap().put(attribute.name(), attribute);
                }
            }
        }
    }

    private boolean isNotSent(String name) {
        return sent.stream().noneMatch(each -> each.attribute().name().equals(name));
    }

    boolean isEmpty() {
        return sent.isEmpty()
                && session.version() != 0
                && head.maxInactiveSeconds().isEmpty()
                && head.newId().isEmpty();
    }

    /** Whether it gives the session another id. */
    boolean isRenaming() {
        return head.newId().isPresent();
    }

    SessionDelta delta(long nowMillis) {
        return new SessionDelta(
                session.version(),
                nowMillis,
                session.accessedMillis(),
                head.maxInactiveSeconds(),
                head.newId(),
                sent.stream().map(Sent::change).toList());
    }

    /** There was nothing to send. */
    void settled() {
        session.settled(head.changes());
    }

    /** The grid has it. */
    void acknowledged(long version, long sentNanos) {
        for (Sent each : sent) {
            each.attribute().acknowledge(each.change());
            if (each.change() instanceof AttributeChange.Removed) {
                session.attributeMap().remove(each.attribute().name(), each.attribute());
            }
        }
        session.committed(version, head.newId().orElse(session.idInGrid()), head.changes(), sentNanos);
    }

    /** The grid did not answer; everything is sent again by the next commit. */
    void suspended() {
        for (Sent each : sent) {
            if (!each.attribute().isPending()) {
                session.suspend(each.attribute());
            }
        }
    }
}
