package org.remora.arquillian.nodes;

import java.util.List;
import org.remora.arquillian.server.LogMessage;
import org.remora.arquillian.server.ServerLog;

/** The warnings and errors of the extension in one log, each handed out once. */
final class Complaints {

    private final String node;
    private final ServerLog log;
    private int handedOut;

    Complaints(String node, ServerLog log) {
        this.node = node;
        this.log = log;
    }

    List<String> next() {
        List<LogMessage> all = log.messages("org.remora", LogMessage.WARNING);
        List<LogMessage> fresh = all.subList(handedOut, all.size());
        handedOut = all.size();
        return fresh.stream().map(message -> node + ": " + message.text()).toList();
    }
}
