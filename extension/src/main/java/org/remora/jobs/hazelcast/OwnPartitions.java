package org.remora.jobs.hazelcast;

import com.hazelcast.internal.partition.IPartition;
import com.hazelcast.internal.partition.IPartitionService;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.record.Record;
import com.hazelcast.map.impl.recordstore.RecordStore;
import com.hazelcast.spi.impl.NodeEngine;
import com.hazelcast.spi.impl.PartitionSpecificRunnable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.run.OwnedJobs;

/** The partitions of this member, and the jobs in them. */
final class OwnPartitions implements OwnedJobs {

    private final NodeEngine engine;

    OwnPartitions(NodeEngine engine) {
        this.engine = engine;
    }

    @Override
    public Map<Integer, Integer> partitions() {
        IPartitionService all = engine.getPartitionService();
        Map<Integer, Integer> owned = new HashMap<>();
        for (int number = 0; number < all.getPartitionCount(); number++) {
            IPartition partition = all.getPartition(number, false);
            if (partition.isLocal()) {
                owned.put(number, partition.version());
            }
        }
        return owned;
    }

    @Override
    public void show(int partition, BiConsumer<Integer, JobRecord> receiver) {
        engine.getOperationService().execute(new Showing(partition, receiver));
    }

    private final class Showing implements PartitionSpecificRunnable {

        private final int partition;
        private final BiConsumer<Integer, JobRecord> receiver;

        Showing(int partition, BiConsumer<Integer, JobRecord> receiver) {
            this.partition = partition;
            this.receiver = receiver;
        }

        @Override
        public int getPartitionId() {
            return partition;
        }

        @Override
        @SuppressWarnings("unchecked") // the records of a map, whose values are objects by its configuration
        public void run() {
            MapService maps = engine.getService(MapService.SERVICE_NAME);
            @Nullable
            RecordStore<Record<Object>> jobs =
                    maps.getMapServiceContext().getExistingRecordStore(partition, GridJobs.MAP_NAME);
            if (jobs != null) {
                jobs.forEach((Data key, Record<Object> record) -> show(record.getValue()), false);
            }
        }

        private void show(Object value) {
            StoredJob job = engine.toObject(value);
            receiver.accept(partition, job.record());
        }
    }
}
