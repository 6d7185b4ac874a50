package org.remora.arquillian.benchmark;

import java.util.List;
import java.util.stream.IntStream;
import org.remora.arquillian.load.User;

/** Makes users, spread over the nodes in such a way that each connection's users are, too. */
record Users(int connections, int nodes) {

    List<User> create(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new User("u" + i, i / connections % nodes))
                .toList();
    }
}
