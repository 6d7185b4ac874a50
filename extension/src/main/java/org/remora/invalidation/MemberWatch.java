package org.remora.invalidation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which other members are heard, whatever runs on them. One of which nothing is heard may have changed anything.
 *
 * <p>May be used by any thread. Times are nanoseconds.
 */
final class MemberWatch {

    /**
     * Another member.
     *
     * @param id its identifier
     * @param node its name, or its identifier if it was never heard
     * @param wasHeard whether it ever was
     */
    record Other(UUID id, String node, boolean wasHeard) {}

    /**
     * What has happened since it was last looked.
     *
     * @param gone those that are members no more
     * @param fallenSilent those that have not been heard for too long, since now
     * @param heardAgain those of which that is over
     * @param isAnySilent whether there are members that have not been heard for too long
     */
    record Findings(List<Other> gone, List<Other> fallenSilent, List<Other> heardAgain, boolean isAnySilent) {

        boolean areNone() {
            return gone.isEmpty() && heardAgain.isEmpty() && !isAnySilent;
        }
    }

    private static final class Watched {
        private Optional<String> node = Optional.empty();
        private long sinceNanos;
        private boolean silent;

        private Watched(long sinceNanos) {
            this.sinceNanos = sinceNanos;
        }

        private Other named(UUID id) {
            return new Other(id, node.orElseGet(id::toString), node.isPresent());
        }
    }

    private final long maxSilenceNanos;
    private final long pauseNanos;
    private final Map<UUID, Watched> members = new HashMap<>();

    /** Nobody is there yet; it will be {@linkplain #look looked} once a pause. */
    MemberWatch(Duration maxSilence, Duration pause) {
        this.maxSilenceNanos = maxSilence.toNanos();
        this.pauseNanos = pause.toNanos();
    }

    synchronized void heard(UUID member, String node, long nowNanos) {
        Watched watched = members.computeIfAbsent(member, id -> new Watched(nowNanos));
        watched.node = Optional.of(node);
        watched.sinceNanos = nowNanos;
    }

    /** Forgets everybody: what was heard while nobody listened says nothing about those that are silent now. */
    synchronized void forget() {
        members.clear();
    }

    /** Looks who is there, and who is silent. One that is new may have come just after it was last looked. */
    synchronized Findings look(Set<UUID> others, long nowNanos) {
        List<Other> gone = new ArrayList<>();
        List<Other> fallenSilent = new ArrayList<>();
        List<Other> heardAgain = new ArrayList<>();
        others.forEach(id -> members.computeIfAbsent(id, unknown -> new Watched(nowNanos - pauseNanos)));
        members.forEach((id, watched) -> {
            boolean isSilent = nowNanos - watched.sinceNanos > maxSilenceNanos;
            if (!others.contains(id)) {
                gone.add(watched.named(id));
            } else if (isSilent && !watched.silent) {
                fallenSilent.add(watched.named(id));
            } else if (!isSilent && watched.silent) {
                heardAgain.add(watched.named(id));
            }
            watched.silent = isSilent;
        });
        gone.forEach(each -> members.remove(each.id()));
        return new Findings(
                gone, fallenSilent, heardAgain, members.values().stream().anyMatch(each -> each.silent));
    }
}
