package org.remora.session.payara;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http2.Http2Stream;
import org.glassfish.grizzly.http2.frames.ErrorCode;
import org.glassfish.grizzly.http2.frames.RstStreamFrame;

/**
 * Ends an answer of an HTTP/2 connection in the middle (RFC 9113, 5.4.2), while others on the connection go on.
 *
 * <p>Grizzly says nothing to the client when one of its streams is terminated, so that the frame is written here.
 *
 * @param stream the answer's stream
 * @param connection what it is part of
 */
record Http2Reset(Http2Stream stream, Connection<?> connection) {

    /** That of the answer to a request that has come by HTTP/2. */
    static Http2Reset of(HttpRequestPacket request, Connection<?> connection) {
        return new Http2Reset(Http2Stream.getStreamFor(request), connection);
    }

    /** Drops what waits to be sent, and resets the stream. */
    void send() {
        stream.terminateSilently();
        Buffer frame = RstStreamFrame.builder()
                .streamId(stream.getId())
                .errorCode(ErrorCode.INTERNAL_ERROR)
                .build()
                .toBuffer(connection.getMemoryManager());
        Object unused = connection.write(frame);
    }
}
