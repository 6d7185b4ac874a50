package org.remora.session.live;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * What requests have found changed in place and handed in for the next commit, and what becomes of it beside that which
 * other nodes have written.
 *
 * <p>Any thread hands in; the rest is done under the session's commit lock.
 */
final class InPlaceChanges {

    private final SessionAttributes attributes;
    private final RequestsUnderWay requests;
    private final UnsentChanges unsent;
    private final Queue<Encoded> offers = new ConcurrentLinkedQueue<>();

    InPlaceChanges(SessionAttributes attributes, RequestsUnderWay requests, UnsentChanges unsent) {
        this.attributes = attributes;
        this.requests = requests;
        this.unsent = unsent;
    }

    /** Hands in what a request found, for the commit that holds the lock next. */
    void offer(List<Encoded> encoded) {
        offers.addAll(encoded);
    }

    /** Decides what is sent of all that was handed in. Under the commit lock. */
    void take() {
        for (Encoded offer = offers.poll(); offer != null; offer = offers.poll()) {
            take(offer);
        }
    }

    private void take(Encoded offer) {
        LiveAttribute attribute = offer.attribute();
        LiveAttribute present = attributes.map().get(attribute.name());
        if (attribute.equals(present)) {
            attribute.offer(offer);
        } else if ((present == null || !present.isPending() || attribute.isMerged(attributes.encoding()))
                && requests.superseded().contains(attribute)) {
            attribute.offer(offer);
            if (attribute.isPending()) {
                // Changed in place after others had written the attribute: this commit is the later one.
                requests.superseded().remove(attribute);
                LiveAttribute sent = present == null ? attribute : merged(attribute, merge -> merge.with(present));
                attributes.map().put(attribute.name(), sent);
                if (present != null) {
                    present.confirmed().ifPresent(known -> sent.confirmed(known.bytes(), known.version()));
                    requests.supersede(present);
                }
            }
        }
    }

    /** What becomes of an attribute that was changed here and on another node. Under the commit lock. */
    LiveAttribute merged(LiveAttribute mine, byte[] theirs) {
        return merged(mine, merge -> merge.with(theirs));
    }

    private LiveAttribute merged(LiveAttribute mine, Merging merging) {
        if (!mine.isMerged(attributes.encoding())) {
            return mine;
        }
        try {
            LiveAttribute result = merging.result(new AttributeMerge(mine, attributes.encoding()));
            attributes.encoding().counters().attributeMerged();
            unsent.note();
            if (!result.equals(mine)) {
                requests.supersede(mine);
            }
            return result;
        } catch (UnreadableAttributeException | RuntimeException e) {
            // A merger of the application may throw whatever it likes.
            LiveLog.notMerged(mine.name(), e);
            return mine;
        }
    }

    @FunctionalInterface
    private interface Merging {

        LiveAttribute result(AttributeMerge merge) throws UnreadableAttributeException;
    }
}
