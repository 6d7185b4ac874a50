package org.remora.arquillian.conformance;

import java.util.List;
import org.remora.arquillian.server.PayaraServer;

/**
 * Servers to be checked.
 *
 * @param column what they are
 * @param servers them; a client's requests go to each in turn
 */
public record Site(Column column, List<PayaraServer> servers) {

    /** Copies the list. */
    public Site {
        servers = List.copyOf(servers);
    }
}
