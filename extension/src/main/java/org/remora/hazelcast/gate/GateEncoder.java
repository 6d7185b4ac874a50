package org.remora.hazelcast.gate;

import com.hazelcast.internal.networking.HandlerStatus;
import com.hazelcast.internal.networking.OutboundHandler;
import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Sends this side's part of the handshake. What Hazelcast's handlers, which come before this one, have to send waits
 * until the handshake is passed; then this one takes itself out of the way.
 */
final class GateEncoder extends OutboundHandler<ByteBuffer, ByteBuffer> {

    private static final int ROOM = Handshake.MARK.length + Hello.LENGTH + Proof.LENGTH_OF_ALL;

    private final Passage passage;

    GateEncoder(Passage passage) {
        this.passage = passage;
    }

    @Override
    public void handlerAdded() {
        initDstBuffer(ROOM);
    }

    @Override
    public HandlerStatus onWrite() throws EOFException {
        Passage.State state = passage.state(); // before the answers, so that none comes after the last word
        dst.compact();
        try {
            Optional<byte[]> answer = passage.nextAnswer();
            while (answer.isPresent()) {
                dst.put(answer.get());
                answer = passage.nextAnswer();
            }
            if (dst.position() > 0) {
                return HandlerStatus.DIRTY;
            }
            return switch (state) {
                case OPEN -> HandlerStatus.BLOCKED;
                case PASSED -> {
                    channel.outboundPipeline().remove(this);
                    yield HandlerStatus.CLEAN;
                }
                case REFUSED -> throw new EOFException("Refused by Remora's gate");
            };
        } finally {
            dst.flip();
        }
    }

    @Override
    public void interceptError(Throwable error) throws Throwable {
        throw passage.failed(error);
    }
}
