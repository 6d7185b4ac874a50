package org.remora.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Finds the addresses of a host. */
@FunctionalInterface
interface NameLookup {

    /** Asks the machine's resolver; it may wait for a name server for a long time. */
    NameLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * Looks up a name; a literal address is returned without asking anybody.
     *
     * @return the addresses, at least one
     * @throws UnknownHostException if there are none now
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
