package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.spi.exception.RetryableHazelcastException;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.remora.jobs.run.JobAsk;
import org.remora.jobs.run.JobOffer;
import org.remora.jobs.run.PeerReceiver;

/** Asks a node for jobs. */
final class AskOperation extends NodeOperation {

    private JobAsk ask;
    private List<JobOffer> offers = List.of();

    AskOperation() {
        this(new UUID(0, 0), new JobAsk("", Set.of(), 0, false));
    }

    AskOperation(UUID sender, JobAsk ask) {
        super(sender);
        this.ask = ask;
    }

    @Override
    public void run() {
        // A node that only starts would forget who has asked, and so is asked again.
        PeerReceiver node =
                receiver().orElseThrow(() -> new RetryableHazelcastException("The jobs of this node have not begun"));
        offers = node.asked(sender(), ask);
    }

    @Override
    public Object getResponse() {
        return new WireOffers(offers);
    }

    @Override
    public int getClassId() {
        return WireTypes.ASK.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        super.writeInternal(out);
        WireParts.writeText(out, ask.application());
        out.writeInt(ask.types().size());
        for (String type : ask.types()) {
            WireParts.writeText(out, type);
        }
        out.writeInt(ask.count());
        out.writeBoolean(ask.hearsAll());
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        super.readInternal(in);
        String application = WireParts.readText(in);
        int count = in.readInt();
        Set<String> types = new HashSet<>();
        for (int number = 0; number < count; number++) {
            types.add(WireParts.readText(in));
        }
        ask = new JobAsk(application, types, in.readInt(), in.readBoolean());
    }
}
