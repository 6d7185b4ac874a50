package org.remora.session.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what concerns every session from being said for every session. */
final class OncePerName {

    private static final int MAX_NAMES = 1_000;

    private final Set<String> said = ConcurrentHashMap.newKeySet();

    /** Runs what says it, if that has not been said of an attribute of this name. */
    void say(String name, Runnable saying) {
        if (said.size() < MAX_NAMES && said.add(name)) {
            saying.run();
        }
    }
}
