package org.remora.hazelcast.gate;

/** What a message of the other side led to. */
sealed interface Step {

    /**
     * What is to be sent now.
     *
     * @return the bytes, perhaps none
     */
    byte[] answer();

    /** The other side has to say more. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Waiting(byte[] answer) implements Step {}

    /** The other side has proved all that it has to. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Passed(byte[] answer) implements Step {}

    /** The connection is to be closed as soon as the answer is sent. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Refused(byte[] answer, Refusal refusal) implements Step {}
}
