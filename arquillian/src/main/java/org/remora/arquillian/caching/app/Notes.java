package org.remora.arquillian.caching.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** What observers have seen, in order. */
@ApplicationScoped
public class Notes {

    private final List<String> lines = new CopyOnWriteArrayList<>();

    void add(String line) {
        lines.add(line);
    }

    List<String> all() {
        return List.copyOf(lines);
    }
}
