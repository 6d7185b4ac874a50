package org.remora.arquillian.server;

import java.io.IOException;
import java.util.List;

/** How a node is asked which members it sees. */
@FunctionalInterface
public interface Membership {

    /**
     * Returns the names of the members this server sees; none if it is not clustered.
     *
     * @throws IOException if it does not answer
     */
    List<String> seenBy(PayaraServer server) throws IOException;

    /**
     * Returns the way that reads a text page with a line {@code members=<name>,<name>}, as the probe application has
     * it.
     *
     * @param path the page, on every node
     */
    static Membership page(String path) {
        return new MembershipPage(path);
    }
}
