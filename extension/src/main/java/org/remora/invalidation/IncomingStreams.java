package org.remora.invalidation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * How far this node is with the messages of every other node to one application.
 *
 * <p>Not safe for use by several threads at once.
 */
final class IncomingStreams {

    // Each start of the application on another node is a stream; those that ended are remembered, in case a message of
    // theirs is late, or they were only cut off.
    private static final int MAX_REMEMBERED = 256;

    /** What a message means for what this node holds. */
    enum Verdict {
        /** It is the next one. */
        IN_ORDER,
        /** What it says is known. */
        KNOWN,
        /** Others before it are missing. */
        GAP,
        /** The first from a sender that has sent before: nobody knows what. */
        JOINED_LATE,
        /** The first from a sender that was believed to be gone. */
        BACK
    }

    private enum State {
        RUNS,
        GONE,
        ENDED
    }

    private static final class Stream {
        private UUID member;
        private long last;
        private State state = State.RUNS;

        private Stream(UUID member, long last) {
            this.member = member;
            this.last = last;
        }
    }

    private final Map<UUID, Stream> streams = new LinkedHashMap<>();

    /** A message has come with the numbers from {@code first} to that of the position, or none of them. */
    Verdict heard(UUID member, Position position, long first) {
        Stream stream = streams.get(position.stream());
        if (stream == null) {
            streams.put(position.stream(), new Stream(member, position.last()));
            forgetOldest();
            return firstVerdict(position, first);
        }
        return stream.state == State.ENDED ? Verdict.KNOWN : next(stream, member, position, first);
    }

    private static Verdict firstVerdict(Position position, long first) {
        if (position.last() == 0) {
            return Verdict.KNOWN;
        }
        return first > 1 ? Verdict.JOINED_LATE : Verdict.IN_ORDER;
    }

    private static Verdict next(Stream stream, UUID member, Position position, long first) {
        boolean wasGone = stream.state == State.GONE;
        long known = stream.last;
        stream.state = State.RUNS;
        stream.member = member;
        stream.last = Math.max(known, position.last());
        if (wasGone) {
            return Verdict.BACK;
        }
        if (position.last() <= known) {
            return Verdict.KNOWN;
        }
        return first <= known + 1 ? Verdict.IN_ORDER : Verdict.GAP;
    }

    /** The sender has said that it ends. Returns whether this node has all that it sent. */
    boolean ended(UUID member, Position position) {
        Stream stream = streams.computeIfAbsent(position.stream(), id -> new Stream(member, 0));
        boolean isComplete = stream.state == State.ENDED || stream.last >= position.last();
        stream.state = State.ENDED;
        return isComplete;
    }

    /** The member runs only these. Returns whether that ends others, without a word from them. */
    boolean runsOnly(UUID member, Set<UUID> running) {
        return lose(id -> !running.contains(id), member);
    }

    /** The member is gone. Returns whether that ends any, without a word from them. */
    boolean gone(UUID member) {
        return lose(id -> true, member);
    }

    private boolean lose(Predicate<UUID> which, UUID member) {
        List<Stream> lost = streams.entrySet().stream()
                .filter(entry -> which.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .filter(stream -> stream.state == State.RUNS && stream.member.equals(member))
                .toList();
        lost.forEach(stream -> stream.state = State.GONE);
        return !lost.isEmpty();
    }

    private void forgetOldest() {
        if (streams.size() > MAX_REMEMBERED) {
            streams.entrySet().stream()
                    .filter(entry -> entry.getValue().state != State.RUNS)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(streams::remove);
        }
    }
}
