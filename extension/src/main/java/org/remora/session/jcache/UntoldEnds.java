package org.remora.session.jcache;

import com.hazelcast.cluster.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.remora.session.SessionKey;
import org.remora.session.UntoldEnd;

/**
 * What a slice of a search finds of sessions that were taken and of which nobody has said that the application was
 * told.
 *
 * <p>Of those whose taker has gone, or does not run the application any more, others are to tell. A taker that is there
 * is reminded after some time, since it may have got no answer.
 */
final class UntoldEnds {

    private record Reminder(Member taker, long number, String application) {}

    private final Takers takers;
    private final Overdue overdue;
    private final BiConsumer<SessionKey, Long> release;
    private final Map<Reminder, List<SessionKey>> reminders = new HashMap<>();
    private @Nullable Map<Long, Member> present;

    /**
     * Begins a slice.
     *
     * @param takers knows the members that are there; asked once, and only if one is looked for
     * @param overdue the search, whose time is that after which a taker is reminded
     * @param release has others tell in the place of a taker
     */
    UntoldEnds(Takers takers, Overdue overdue, BiConsumer<SessionKey, Long> release) {
        this.takers = takers;
        this.overdue = overdue;
        this.release = release;
    }

    /** Looks at one that somebody has taken; tells whether there was something to be done. */
    boolean isToBeRemembered(SessionKey key, UntoldEnd end) {
        Member taker = present().get(end.taker());
        if (taker == null) {
            release.accept(key, end.taker());
            return true;
        }
        if (end.stored().accessedMillis() > overdue.atMillis()) {
            return false;
        }
        reminders
                .computeIfAbsent(
                        new Reminder(taker, end.taker(), end.stored().application()), same -> new ArrayList<>())
                .add(key);
        return true;
    }

    private Map<Long, Member> present() {
        if (present == null) {
            present = takers.present();
        }
        return present;
    }

    /** Reminds the takers. */
    void remind(Handover handover) {
        reminders.forEach((reminder, keys) -> handover.remind(
                reminder.taker,
                reminder.application,
                overdue,
                keys,
                () -> keys.forEach(key -> release.accept(key, reminder.number))));
    }
}
