package org.remora.session.live;

import java.util.ArrayList;
import java.util.List;
import org.remora.config.MutationDetection;
import org.remora.session.codec.NotStorableException;

/**
 * Encodes what a request may have changed.
 *
 * <p>That happens before the commit lock is asked for: a {@code writeObject} of the application that hangs keeps its
 * own request, and no other one of the session.
 */
final class InHand {

    private final LiveSession session;
    private final List<Encoded> found = new ArrayList<>();

    private InHand(LiveSession session) {
        this.session = session;
    }

    /** The objects of a session that wait to be sent or that requests since the given one had in their hands. */
    static List<Encoded> encoded(LiveSession session, long request, MutationDetection detection) {
        InHand inHand = new InHand(session);
        session.unsent().beginEncoding();
        for (LiveAttribute attribute : session.attributes().map().values()) {
            if (attribute.isMutable() && isToBeEncoded(attribute, request, detection)) {
                inHand.add(attribute);
            }
        }
        if (detection != MutationDetection.NONE) {
            for (LiveAttribute attribute : session.requests().superseded()) {
                if (attribute.mayHaveChangedSince(request)) {
                    inHand.add(attribute);
                }
            }
        }
        return inHand.found;
    }

    private static boolean isToBeEncoded(LiveAttribute attribute, long request, MutationDetection detection) {
        return attribute.isPending()
                || attribute.isDue()
                || switch (detection) {
                    case NONE -> false;
                    case ACCESSED -> attribute.mayHaveChangedSince(request);
                    case ALL -> request != SessionCommits.NOTHING_IN_HAND;
                };
    }

    private void add(LiveAttribute attribute) {
        try {
            session.attributes().encoded(attribute).ifPresentOrElse(found::add, () -> taken(attribute));
        } catch (NotStorableException e) {
            failed(attribute, e);
        }
    }

    private void failed(LiveAttribute attribute, NotStorableException e) {
        boolean tryAgain = ValueEncoding.isDisturbed(e);
        if (attribute.failed(tryAgain)) {
            LiveLog.attributeNotStorable(attribute.name(), e);
            session.attributes().encoding().counters().attributeRefused();
        }
        if (tryAgain) {
            session.unsent().encodingDue();
        }
    }

    private void taken(LiveAttribute attribute) {
        if (attribute.failed(true)) {
            LiveLog.attributeTaken(attribute.name());
            session.attributes().encoding().counters().attributeRefused();
        }
        session.unsent().encodingDue();
    }
}
