package org.remora.hazelcast;

import com.hazelcast.spi.impl.operationservice.Operation;

/** Asks a member for its numbers, which come as bytes by {@link FiguresForm}. */
public final class FiguresOperation extends Operation {

    private byte[] answer = {};

    /** Made by the member that asks, and by the one that is asked. */
    public FiguresOperation() {}

    @Override
    public void run() {
        answer = FiguresForm.bytes(MemberSurvey.own(getNodeEngine().getHazelcastInstance()));
    }

    @Override
    public Object getResponse() {
        return answer;
    }
}
