package org.remora.hazelcast.gate;

import com.hazelcast.internal.networking.HandlerStatus;
import com.hazelcast.internal.networking.InboundHandler;
import java.nio.ByteBuffer;

/**
 * Reads the other side's part of the handshake, and not a byte more: what follows is for Hazelcast, whose handlers come
 * after this one. When the handshake is passed it takes itself out of the way.
 */
final class GateDecoder extends InboundHandler<ByteBuffer, ByteBuffer> {

    private final Passage passage;

    GateDecoder(Passage passage) {
        this.passage = passage;
    }

    @Override
    public void handlerAdded() {
        src = ByteBuffer.allocate(Handshake.LONGEST);
        src.limit(passage.awaitedBytes());
    }

    @Override
    public HandlerStatus onRead() {
        if (passage.state() == Passage.State.REFUSED) {
            return HandlerStatus.BLOCKED;
        }
        if (src.hasRemaining()) {
            return HandlerStatus.CLEAN;
        }
        byte[] message = new byte[src.flip().remaining()];
        src.get(message);
        passage.take(message);
        return switch (passage.state()) {
            case OPEN -> {
                src.clear().limit(passage.awaitedBytes());
                yield HandlerStatus.CLEAN;
            }
            case PASSED -> {
                channel.inboundPipeline().remove(this);
                yield HandlerStatus.CLEAN;
            }
            case REFUSED -> HandlerStatus.BLOCKED; // closed when the answer is sent
        };
    }

    @Override
    public void interceptError(Throwable error) throws Throwable {
        throw passage.failed(error);
    }
}
