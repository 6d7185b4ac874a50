package org.remora.session.jcache;

import java.util.concurrent.ConcurrentHashMap;

/** Lets the records of a node share the names of attributes, which are few, however many sessions there are. */
final class NamePool {

    private static final int CAPACITY = 10_000;

    private final ConcurrentHashMap<String, String> names = new ConcurrentHashMap<>();

    String pooled(String name) {
        String known = names.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() < CAPACITY) {
            String raced = names.putIfAbsent(name, name);
            return raced == null ? name : raced;
        }
        return name;
    }
}
