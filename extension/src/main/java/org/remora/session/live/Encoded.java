package org.remora.session.live;

/**
 * A value as one commit found it.
 *
 * @param attribute whose value
 * @param number grows in the order in which the encodings of an attribute begin
 * @param bytes the value, not to be written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied never
record Encoded(LiveAttribute attribute, long number, byte[] bytes) {}
