package org.remora.arquillian.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A keep-alive connection to one server, opened at the first request and again after the server has announced that it
 * closes it (Payara does after some 250 requests). Not thread-safe; interrupting the thread ends an exchange.
 */
public final class HttpConnection implements AutoCloseable {

    private static final int LARGEST_REQUEST = 16 * 1024;

    private final InetSocketAddress server;
    private final ByteBuffer output = ByteBuffer.allocateDirect(LARGEST_REQUEST);
    private final ByteInput input = new ByteInput();
    private @Nullable SocketChannel channel;

    /** A connection that is not open yet. */
    public HttpConnection(InetSocketAddress server) {
        this.server = server;
    }

    /**
     * Sends a request and waits for the answer, however long that takes.
     *
     * @param cookies sent along; cookies of the answer are put into it
     * @throws IOException if the server cannot be reached, breaks off, or answers in a way that is not understood; the
     *     next exchange then uses a new connection
     */
    public Answer exchange(Request request, CookieJar cookies) throws IOException {
        boolean complete = false;
        try {
            SocketChannel open = open();
            send(open, request, cookies);
            AnswerHead head = readHead(open, cookies);
            Answer answer = new Answer(head.status(), readBody(open, head));
            complete = !head.lastOnConnection();
            return answer;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel current = channel;
        if (current != null) {
            return current;
        }
        SocketChannel opened = SocketChannel.open(server);
        opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        input.clear();
        channel = opened;
        return opened;
    }

    private void send(SocketChannel open, Request request, CookieJar cookies) throws IOException {
        output.clear();
        request.writeTo(output, cookies);
        output.flip();
        while (output.hasRemaining()) {
            open.write(output);
        }
    }

    private AnswerHead readHead(SocketChannel open, CookieJar cookies) throws IOException {
        AnswerHead head = new AnswerHead(input.line(open));
        for (String line = input.line(open); !line.isEmpty(); line = input.line(open)) {
            head.accept(line, cookies);
        }
        return head;
    }

    private String readBody(SocketChannel open, AnswerHead head) throws IOException {
        if (!head.chunked()) {
            return input.text(open, head.contentLength());
        }
        StringBuilder body = new StringBuilder();
        for (int size = chunkSize(open); size > 0; size = chunkSize(open)) {
            body.append(input.text(open, size));
            input.line(open);
        }
        input.line(open);
        return body.toString();
    }

    private int chunkSize(SocketChannel open) throws IOException {
        String line = input.line(open);
        int extension = line.indexOf(';');
        return Integer.parseInt(extension < 0 ? line : line.substring(0, extension), 16);
    }

    /** Closes the connection; another exchange would open it again. */
    @Override
    public void close() throws IOException {
        SocketChannel current = channel;
        channel = null;
        if (current != null) {
            current.close();
        }
    }
}
