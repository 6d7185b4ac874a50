package org.remora.arquillian.load;

/**
 * What a server answered.
 *
 * @param status the HTTP status
 * @param body the body, byte by byte as ISO 8859-1
 */
public record Answer(int status, String body) {}
