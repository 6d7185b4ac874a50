package org.remora.discovery.mdns;

import java.util.Map;

/**
 * What a message says about one service.
 *
 * @param instance the name of the service, without its type
 * @param secondsToLive how long it holds; 0 if the service is gone
 * @param texts the key and value pairs of its TXT record
 */
record Heard(String instance, long secondsToLive, Map<String, String> texts) {

    Heard {
        texts = Map.copyOf(texts);
    }

    boolean isFarewell() {
        return secondsToLive == 0;
    }
}
