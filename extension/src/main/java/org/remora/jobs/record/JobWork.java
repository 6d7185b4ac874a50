package org.remora.jobs.record;

/**
 * What to do.
 *
 * @param type which handler
 * @param payload what it gets, encoded; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared: jobs are told apart by their keys
public record JobWork(String type, byte[] payload) {}
