package org.remora.jobs.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The nodes that have asked an owner for work, and how much of it they still wait for. To be used under the index's
 * lock.
 */
final class Askers {

    /** A node as one that runs an application. */
    record Asker(UUID member, String application) {}

    private record Wish(JobAsk ask, int waitsFor) {}

    // The one that was told least lately comes first.
    private final Map<Asker, Wish> wishes = new LinkedHashMap<>();

    /** A node has asked, and could not be given all. */
    void asked(UUID member, JobAsk ask, int missing) {
        wishes.put(new Asker(member, ask.application()), new Wish(ask, missing));
    }

    void keepOnly(Predicate<UUID> isMember) {
        wishes.keySet().removeIf(asker -> !isMember.test(asker.member()));
    }

    /** Whether there is a node that runs jobs of a type. */
    boolean isHandled(String application, String type) {
        return wishes.entrySet().stream().anyMatch(each -> handles(each, application, type));
    }

    boolean isHandledBy(UUID member, String application, String type) {
        Wish wish = wishes.get(new Asker(member, application));
        return wish != null && wish.ask().types().contains(type);
    }

    /** Takes a node that waits for work: it is to be told, and comes last then. */
    Optional<Asker> next(String application, String type, Predicate<UUID> isPossible) {
        Optional<Asker> found = wishes.entrySet().stream()
                .filter(each ->
                        handles(each, application, type) && each.getValue().waitsFor() > 0)
                .map(Map.Entry::getKey)
                .filter(asker -> isPossible.test(asker.member()))
                .findFirst();
        found.ifPresent(asker -> {
            Wish wish = wishes.remove(asker);
            if (wish != null) {
                wishes.put(asker, new Wish(wish.ask(), wish.waitsFor() - 1));
            }
        });
        return found;
    }

    /** The nodes that want to hear of everything. */
    Set<UUID> hearers(String application) {
        return wishes.entrySet().stream()
                .filter(each -> each.getKey().application().equals(application)
                        && each.getValue().ask().hearsAll())
                .map(each -> each.getKey().member())
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Asker> all() {
        return new ArrayList<>(wishes.keySet());
    }

    private static boolean handles(Map.Entry<Asker, Wish> each, String application, String type) {
        return each.getKey().application().equals(application)
                && each.getValue().ask().types().contains(type);
    }
}
