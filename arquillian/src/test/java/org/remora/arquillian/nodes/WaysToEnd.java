package org.remora.arquillian.nodes;

import java.util.stream.Stream;

/** Requests of the probe application that change the session and then end their response, each in a way of its own. */
final class WaysToEnd {

    private WaysToEnd() {}

    static Stream<String> afterAChange() {
        return Stream.of(
                "GET /commit?op=overflowWriter HTTP/1.1",
                "GET /commit?op=overflowStream HTTP/1.1",
                "GET /commit?op=flushBuffer HTTP/1.1",
                "GET /commit?op=flushWriter HTTP/1.1",
                "GET /commit?op=flushStream HTTP/1.1",
                "GET /commit?op=closeWriter HTTP/1.1",
                "GET /commit?op=contentLength HTTP/1.1",
                "GET /commit?op=redirect HTTP/1.1",
                "GET /commit?op=sendError HTTP/1.1",
                "GET /commit?op=exception HTTP/1.1",
                "GET /commit?op=forward HTTP/1.1",
                "GET /commit?op=include HTTP/1.1");
    }
}
