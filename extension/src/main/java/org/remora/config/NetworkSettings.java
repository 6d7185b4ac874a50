package org.remora.config;

import java.util.List;

/**
 * Where this server listens for the others, and from which ports it connects to them.
 *
 * @param interfacePattern the address to bind to, or a pattern of it such as {@code 10.1.*.*} or {@code 10.1.0.4-20}
 * @param port the first port to try, 1 to 65535
 * @param portAutoIncrement whether the following ports are tried while one is in use
 * @param outboundPorts ports and ranges such as {@code 33000-35000} that connections leave from; empty for any
 */
public record NetworkSettings(
        String interfacePattern, int port, boolean portAutoIncrement, List<String> outboundPorts) {

    /**
     * Copies the list and checks the port.
     *
     * @param interfacePattern the address to bind to, or a pattern
     * @param port the first port, 1 to 65535
     * @param portAutoIncrement whether the next ones are tried
     * @param outboundPorts ports and ranges
     */
    public NetworkSettings {
        outboundPorts = List.copyOf(outboundPorts);
        if (!PortRange.isPort(port)) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
    }
}
