package org.remora.arquillian.benchmark;

import org.remora.arquillian.load.User;

/** Which node gets a user's request. */
enum Routing {
    /** Always the user's own node, as a sticky balancer does. */
    STICKY {
        @Override
        int node(User user, int nodes) {
            return user.home();
        }
    },

    /** Never the node that answered the user's previous request. */
    OTHER_NODE {
        @Override
        int node(User user, int nodes) {
            return (int) ((user.home() + 1 + user.answered()) % nodes);
        }
    };

    abstract int node(User user, int nodes);
}
