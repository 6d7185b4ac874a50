package org.remora.hazelcast;

import com.hazelcast.cluster.Member;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Tells a member what an application goes by on this one, and asks what it goes by there. */
public final class AgreementOperation extends Operation {

    private String application;
    private Map<String, String> texts;
    private Map<String, String> answer = Map.of();

    /** Made by the member that is asked. */
    public AgreementOperation() {
        this("", Map.of());
    }

    AgreementOperation(String application, Map<String, String> texts) {
        this.application = application;
        this.texts = texts;
    }

    @Override
    public void run() {
        ApplicationAgreements here = ApplicationAgreements.of(getNodeEngine().getHazelcastInstance());
        answer = here.textsOf(application);
        Member asking = getNodeEngine().getClusterService().getMember(getCallerUuid());
        if (asking != null) {
            here.compare(asking, application, texts);
        }
    }

    /** Values by key; empty if the application does not run there. */
    @Override
    public Object getResponse() {
        return new HashMap<>(answer);
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        super.writeInternal(out);
        out.writeString(application);
        out.writeInt(texts.size());
        for (Map.Entry<String, String> each : texts.entrySet()) {
            out.writeString(each.getKey());
            out.writeString(each.getValue());
        }
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        super.readInternal(in);
        application = in.readString();
        texts = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(in.readString(), in.readString());
        }
    }
}
