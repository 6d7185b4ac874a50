package org.remora.jobs.hazelcast;

import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import com.hazelcast.spi.impl.operationservice.Operation;
import java.io.IOException;
import org.remora.jobs.run.JobQuery;

/** Asks a node for the first of the jobs that rest there. */
final class ListOperation extends Operation implements IdentifiedDataSerializable {

    private JobQuery query;
    private WireListing answer = new WireListing();

    ListOperation() {
        this(new JobQuery("", "", 1));
    }

    ListOperation(JobQuery query) {
        this.query = query;
    }

    @Override
    public void run() {
        answer = new WireListing(GridJobs.list(getNodeEngine().getHazelcastInstance(), query));
    }

    @Override
    public Object getResponse() {
        return answer;
    }

    @Override
    public int getFactoryId() {
        return WireTypes.FACTORY_ID;
    }

    @Override
    public int getClassId() {
        return WireTypes.LIST.id();
    }

    @Override
    protected void writeInternal(ObjectDataOutput out) throws IOException {
        WireParts.writeText(out, query.application());
        WireParts.writeText(out, query.state());
        out.writeInt(query.limit());
    }

    @Override
    protected void readInternal(ObjectDataInput in) throws IOException {
        query = new JobQuery(WireParts.readText(in), WireParts.readText(in), in.readInt());
    }
}
