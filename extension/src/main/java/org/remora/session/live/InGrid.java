package org.remora.session.live;

/**
 * What the grid has of an attribute.
 *
 * @param bytes the value
 * @param version the version of the record that wrote it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, and copied never
record InGrid(byte[] bytes, long version) {}
