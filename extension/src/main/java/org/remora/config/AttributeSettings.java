package org.remora.config;

import java.util.List;
import java.util.Optional;

/**
 * What may be in the sessions of one application, and what is taken for unchangeable.
 *
 * @param immutableTypes classes whose objects never change in place: names, packages like {@code org.example.*}, or
 *     packages with those below them like {@code org.example.**}
 * @param serialFilter what may be deserialized, a pattern as of JEP 290; empty for the built-in filter
 * @param maxBytes how large the attributes of a session may be together, in bytes; positive
 */
public record AttributeSettings(List<String> immutableTypes, Optional<String> serialFilter, int maxBytes) {

    /**
     * Checks the bound and copies the list.
     *
     * @param immutableTypes names and packages
     * @param serialFilter a pattern, if not the built-in filter
     * @param maxBytes positive
     */
    public AttributeSettings {
        if (maxBytes <= 0) {
            throw new IllegalArgumentException("A session cannot be limited to " + maxBytes + " bytes");
        }
        immutableTypes = List.copyOf(immutableTypes);
    }
}
