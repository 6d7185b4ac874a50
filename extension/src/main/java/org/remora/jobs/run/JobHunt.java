package org.remora.jobs.run;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks for jobs of one application: asks one owner after the other for as many as there are free threads; one that had
 * fewer is not asked again before it gives a hint.
 *
 * <p>For the node's one thread.
 */
final class JobHunt {

    /** After which an owner is asked again that has not answered. */
    static final Duration ASKED_AGAIN = Duration.ofSeconds(1);

    /** After which others are asked beside an owner that has not answered. */
    private static final Duration PROMPT = Duration.ofMillis(250);

    private final NodeJobs node;
    private final JobApplication application;
    private final Supplier<Set<String>> types;
    private final Consumer<JobOffer> claims;
    private final Set<UUID> dry = new HashSet<>();
    private UUID askedLast = new UUID(0, 0);
    private boolean isAsking;
    private long askedNanos;
    private boolean isUnheard;

    /**
     * A hunt that has not begun.
     *
     * @param types the types of jobs that are wanted now
     * @param claims is given what is found
     */
    JobHunt(NodeJobs node, JobApplication application, Supplier<Set<String>> types, Consumer<JobOffer> claims) {
        this.node = node;
        this.application = application;
        this.types = types;
        this.claims = claims;
    }

    private JobPeers peers() {
        return node.parts().peers();
    }

    /** Says to all owners what is wanted here, and asks again: what was said may have been lost, or is for new ears. */
    void begin() {
        dry.clear();
        isUnheard = false;
        if (!mayTakeMore()) {
            announce();
        }
        goOn();
    }

    /** Says to all owners what is wanted here. */
    void announce() {
        JobAsk announcement = new JobAsk(application.name(), types.get(), 0, application.hearsAll());
        peers().members().forEach(member -> {
            Object unused = peers().ask(member, announcement)
                    .whenCompleteAsync(
                            (offers, failure) -> heard(failure), node.parts().lane());
        });
    }

    private void heard(@Nullable Throwable failure) {
        if (failure != null) {
            isUnheard = true;
            node.lookWithin(ASKED_AGAIN);
        }
    }

    /** Whether an owner has not answered since all were asked. */
    boolean isUnheard() {
        return isUnheard;
    }

    void hinted(UUID owner) {
        dry.remove(owner);
        goOn();
    }

    private boolean mayTakeMore() {
        return node.threads().free() > 0 && !types.get().isEmpty();
    }

    /** Asks the next owner, if there are threads to run what it may have. */
    void goOn() {
        if (isWaiting() || !mayTakeMore()) {
            return;
        }
        TreeSet<UUID> owners = new TreeSet<>(peers().members());
        owners.removeAll(dry);
        if (!owners.isEmpty()) {
            UUID next = owners.higher(askedLast);
            askedLast = next == null ? owners.first() : next;
            isAsking = true;
            askedNanos = nowNanos();
            if (owners.size() > 1) {
                node.lookWithin(PROMPT);
            }
            ask(askedLast, node.threads().free());
        }
    }

    private boolean isWaiting() {
        return isAsking && nowNanos() - askedNanos < PROMPT.toNanos();
    }

    private long nowNanos() {
        return node.parts().clock().nowNanos();
    }

    private void ask(UUID owner, int count) {
        JobAsk ask = new JobAsk(application.name(), types.get(), count, application.hearsAll());
        // Before the answer: a hint that comes with it is not to be forgotten.
        dry.add(owner);
        Object unused = peers().ask(owner, ask)
                .whenCompleteAsync(
                        (offers, failure) -> {
                            heard(failure);
                            answered(owner, count, failure == null ? offers : List.of());
                        },
                        node.parts().lane());
    }

    private void answered(UUID owner, int count, List<JobOffer> offers) {
        isAsking &= !owner.equals(askedLast);
        if (offers.size() >= count) {
            dry.remove(owner);
        }
        offers.forEach(claims);
        goOn();
    }
}
