package org.remora.config;

/** Which puts into a local cache drop the key on other servers; {@code remora.cache.NAME.announce}. */
public enum CacheAnnouncement {

    /** All. */
    EVERY_PUT,

    /** Those of a key that this server holds with another value. */
    CHANGES
}
