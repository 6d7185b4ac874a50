package org.remora.session;

/**
 * A node's question for a record: what changed since a version, and by the way that the session is used.
 *
 * @param id the hash of the id that the client presented
 * @param sinceVersion the version that the node has, 0 for none
 * @param nowMillis when the question is asked and the session used, milliseconds since the epoch
 */
public record SessionLook(IdHash id, long sinceVersion, long nowMillis) {}
