package org.remora.config;

/** How servers find each other; {@code remora.discovery}. */
public enum DiscoveryKind {

    /** By a list of addresses, {@code remora.discovery.static.nodes}. */
    STATIC,

    /** By announcements on the network, multicast DNS. */
    MDNS,

    /** Not at all: the server stays alone. */
    NONE
}
