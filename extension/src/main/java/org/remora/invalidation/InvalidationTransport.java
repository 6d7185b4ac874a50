package org.remora.invalidation;

import java.util.Set;
import java.util.UUID;

/**
 * The way from this node to the others.
 *
 * <p>What an implementation guarantees:
 *
 * <ol>
 *   <li>No call waits for another node.
 *   <li>A message may be lost, arrive twice or overtake another; its receiver finds that out by the numbers.
 *   <li>The bytes that arrive are those that were sent.
 *   <li>{@code settled} is called at most once, after the receiver's {@link FrameReceiver} has said that the message is
 *       applied, or when it is known that it will not be; it may send the next one.
 * </ol>
 */
public interface InvalidationTransport {

    /**
     * The other members of the cluster.
     *
     * @return their identifiers at this moment
     */
    Set<UUID> others();

    /**
     * Sends a message of which nobody needs to know whether it arrives.
     *
     * @param member to whom; nothing happens if it is no member any more
     * @param frame the message
     */
    void tell(UUID member, byte[] frame);

    /**
     * Sends a message.
     *
     * @param member to whom
     * @param frame the message
     * @param settled called when it is applied there or has failed
     */
    void deliver(UUID member, byte[] frame, Runnable settled);

    /**
     * Names the one who gets what others send to this node; before that, messages are ignored.
     *
     * @param receiver gets them
     */
    void receiveBy(FrameReceiver receiver);
}
