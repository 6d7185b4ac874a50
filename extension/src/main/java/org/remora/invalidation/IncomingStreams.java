package org.remora.invalidation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far this node is with the messages of every other node to one application.
 *
 * <p>Not safe for use by several threads at once. Times are nanoseconds.
 */
final class IncomingStreams {

    // Each start of another node is a stream; those that ended are remembered, in case they were only cut off.
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

    /** One sender. */
    static final class Stream {
        private final String node;
        private UUID member;
        private long last;
        private long heardNanos;
        private boolean silent;
        private boolean gone;

        private Stream(String node, UUID member, long last, long heardNanos) {
            this.node = node;
            this.member = member;
            this.last = last;
            this.heardNanos = heardNanos;
        }

        String node() {
            return node;
        }
    }

    private final Map<UUID, Stream> streams = new LinkedHashMap<>();

    Verdict heard(UUID member, FrameHead head, long nowNanos) {
        Stream stream = streams.get(head.stream());
        if (stream == null) {
            streams.put(head.stream(), new Stream(head.node(), member, head.last(), nowNanos));
            forgetOldest();
            return firstVerdict(head);
        }
        boolean wasGone = stream.gone;
        stream.gone = false;
        stream.silent = false;
        stream.member = member;
        stream.heardNanos = nowNanos;
        long known = stream.last;
        stream.last = Math.max(known, head.last());
        if (wasGone) {
            return Verdict.BACK;
        }
        if (head.last() <= known) {
            return Verdict.KNOWN;
        }
        return head.first() <= known + 1 ? Verdict.IN_ORDER : Verdict.GAP;
    }

    private static Verdict firstVerdict(FrameHead head) {
        if (head.first() > 1) {
            return Verdict.JOINED_LATE;
        }
        return head.last() == 0 ? Verdict.KNOWN : Verdict.IN_ORDER;
    }

    /** The sender has said that it ends. Returns whether this node has all that it sent. */
    boolean ended(FrameHead head) {
        Stream stream = streams.remove(head.stream());
        return stream == null || stream.last >= head.last();
    }

    /** The senders on members that are gone without a word. */
    List<Stream> gone(Iterable<UUID> others) {
        List<UUID> present = new ArrayList<>();
        others.forEach(present::add);
        List<Stream> gone = streams.values().stream()
                .filter(stream -> !stream.gone && !present.contains(stream.member))
                .toList();
        gone.forEach(stream -> stream.gone = true);
        return gone;
    }

    /** The senders of which nothing was heard since a time, and of which that was not said before. */
    List<Stream> fallenSilent(long sinceNanos) {
        List<Stream> fallen = streams.values().stream()
                .filter(stream -> !stream.gone && !stream.silent && stream.heardNanos - sinceNanos < 0)
                .toList();
        fallen.forEach(stream -> stream.silent = true);
        return fallen;
    }

    /**
     * Gives up the senders of which nothing was heard since a time, although their members are there: the application
     * has ended on them and its last word was lost.
     */
    void forgetSilent(long sinceNanos) {
        streams.values().stream()
                .filter(stream -> stream.heardNanos - sinceNanos < 0)
                .forEach(stream -> stream.gone = true);
    }

    /** Whether there are members of which nothing is heard. */
    boolean anySilent() {
        return streams.values().stream().anyMatch(stream -> !stream.gone && stream.silent);
    }

    private void forgetOldest() {
        if (streams.size() > MAX_REMEMBERED) {
            streams.entrySet().stream()
                    .filter(entry -> entry.getValue().gone)
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .ifPresent(streams::remove);
        }
    }
}
