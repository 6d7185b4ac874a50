package org.remora.invalidation;

import java.util.UUID;

/** Gets what other nodes send to this one. Called from any thread; never waits. */
@FunctionalInterface
public interface FrameReceiver {

    /**
     * A message has come.
     *
     * @param member who sent it
     * @param frame the message
     * @param applied to be called when it has taken effect, by any thread
     */
    void received(UUID member, byte[] frame, Runnable applied);
}
