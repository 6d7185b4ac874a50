package org.remora.arquillian.benchmark;

/**
 * The sending end of a TCP connection and what it has sent so far.
 *
 * @param ends local and remote address, which tell it from all others
 * @param bytes payload, not counting what had to be sent twice
 * @param segments segments, those without payload included
 */
record Connection(String ends, long bytes, long segments) {

    /** An IPv4 header, a TCP header, and the time stamp option that Linux sends with each segment. */
    private static final int HEADER_BYTES = 20 + 20 + 12;

    /** Payload and headers. */
    long bytesWithHeaders() {
        return bytes + segments * HEADER_BYTES;
    }
}
