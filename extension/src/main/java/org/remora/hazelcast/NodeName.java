package org.remora.hazelcast;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Names for nodes whose administrator gave none. */
public final class NodeName {

    private static final int RANDOM_BYTES = 4;

    private NodeName() {}

    /**
     * Makes a name.
     *
     * @return a name that hardly any other node has, fit for a cookie
     */
    public static String generated() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return "node-" + HexFormat.of().formatHex(random);
    }
}
