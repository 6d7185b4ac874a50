package org.remora.arquillian.server;

/** Where a node runs: on the loopback address of this machine, or in a network that a test has made. */
public interface NodePlace {

    /** This machine's loopback address. */
    NodePlace LOOPBACK = new NodePlace() {
        @Override
        public String address() {
            return PayaraServer.HOST;
        }

        @Override
        public ServerSpec place(ServerSpec spec) {
            return spec;
        }
    };

    /** Returns the address at which other nodes find a node in this place. */
    String address();

    /** Returns the server as it is started in this place. */
    ServerSpec place(ServerSpec spec);
}
