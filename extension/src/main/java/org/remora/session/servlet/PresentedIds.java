package org.remora.session.servlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.remora.session.SessionId;

/**
 * What a client presented as its session id.
 *
 * @param ids in the order they came; several if the paths of applications contain each other
 * @param inUrl whether they stood in the URL
 * @param renamed whether the client is yet to hear of this id
 */
record PresentedIds(List<Presented> ids, boolean inUrl, boolean renamed) {

    static final PresentedIds NONE = inCookies(List.of());

    static PresentedIds inCookies(List<Presented> ids) {
        return new PresentedIds(ids, false, false);
    }

    static PresentedIds inUrl(String value) {
        return new PresentedIds(List.of(Presented.ofUrl(value)), true, false);
    }

    /** Whether the client sends cookies. */
    boolean byCookie() {
        return !ids.isEmpty() && !inUrl;
    }

    /** Whether there is a choice. */
    boolean areSeveral() {
        return ids.size() > 1;
    }

    /** Of several, the one whose session the request has, or else the first. */
    Optional<String> textOf(Optional<SessionId> own) {
        return own.filter(this::contain).map(SessionId::value).or(this::firstText);
    }

    /** What the client presented first. */
    Optional<String> firstText() {
        return ids.stream().findFirst().map(Presented::text);
    }

    /** Whether an id is among them. */
    boolean contain(SessionId id) {
        return isIn(id, true) || isIn(id, false);
    }

    /** Whether the client need not be told an id: it has it, and that this node answered. */
    boolean areUpToDate(SessionId id) {
        return !renamed && (inUrl ? contain(id) : isIn(id, true));
    }

    /** Whether the client's cookie would lead an id to another node. */
    boolean leadElsewhere(SessionId id) {
        return !inUrl && isIn(id, false);
    }

    /** Where to look for a session that another application's may lead to, if the client does not know of it. */
    List<Presented> and(Optional<SessionId> linked) {
        List<Presented> all = new ArrayList<>(ids);
        linked.map(Presented::linked).ifPresent(all::add);
        return all;
    }

    /** The same, when a session has got another id. */
    PresentedIds withId(SessionId before, SessionId after) {
        return new PresentedIds(
                List.of(new Presented(after.value(), Optional.of(after), isIn(before, true))), inUrl, true);
    }

    private boolean isIn(SessionId id, boolean routedHere) {
        for (Presented one : ids) {
            if (one.routedHere() == routedHere && one.text().equals(id.value())) {
                return true;
            }
        }
        return false;
    }

    /**
     * A session id, whatever its form.
     *
     * @param text what the application sees as the requested session id
     * @param id the id, empty if the text does not have the form of one
     * @param routedHere whether the client certainly was here last
     */
    record Presented(String text, Optional<SessionId> id, boolean routedHere) {

        /** A cookie: the last answer has put it there. */
        static Presented of(String value, String here) {
            String text = withoutRoute(value);
            int length = text.length();
            boolean routedHere = value.length() == length + 1 + here.length() && value.endsWith(here);
            return new Presented(text, SessionId.parse(text), routedHere);
        }

        /** A URL, which may come from any earlier page. */
        static Presented ofUrl(String value) {
            String text = withoutRoute(value);
            return new Presented(text, SessionId.parse(text), false);
        }

        /** The id that another application's session leads to. */
        static Presented linked(SessionId id) {
            return new Presented(id.value(), Optional.of(id), false);
        }

        private static String withoutRoute(String value) {
            int dot = value.indexOf('.');
            return dot < 0 ? value : value.substring(0, dot);
        }
    }
}
