package org.remora.jobs.hazelcast;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.instance.impl.HazelcastInstanceProxy;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.record.Record;
import com.hazelcast.map.impl.recordstore.RecordStore;
import com.hazelcast.spi.impl.NodeEngine;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;

/** What a member itself has of jobs, whether it is their owner or a backup. */
final class JobCopies {

    private JobCopies() {}

    static NodeEngine engine(HazelcastInstance member) {
        return ((HazelcastInstanceProxy) member).getOriginal().node.getNodeEngine();
    }

    @SuppressWarnings("unchecked") // the records of a map, whose values are objects by its configuration
    static Optional<JobRecord> on(HazelcastInstance member, JobKey key) {
        NodeEngine engine = engine(member);
        Data data = engine.toData(key.text());
        MapService maps = engine.getService(MapService.SERVICE_NAME);
        @Nullable
        RecordStore<Record<Object>> jobs = maps.getMapServiceContext()
                .getExistingRecordStore(engine.getPartitionService().getPartitionId(data), GridJobs.MAP_NAME);
        @Nullable Record<Object> record = jobs == null ? null : jobs.getRecord(data);
        return Optional.ofNullable(record)
                .map(found -> engine.<StoredJob>toObject(found.getValue()).record());
    }
}
