package org.remora.shop.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.shop.archive.LocalShards;
import org.remora.shop.archive.MessageStore;

/**
 * Brings this server's index of a shard up to the database: by one message that has just been written, or by all that
 * there are if this server has only now become the one that looks after the shard.
 *
 * <p>Needs no fencing token: what it writes is this server's own, and a run that comes too late does no harm.
 */
@ApplicationScoped
public class IndexHandler implements JobHandler<ShardJobs.IndexOrder> {

    private static final int ALL = 100;

    @Inject
    private LocalShards shards;

    @Inject
    private MessageStore store;

    @Inject
    private ShardJobs jobs;

    @Override
    public String type() {
        return ShardJobs.INDEX;
    }

    @Override
    public @Nullable Object run(ShardJobs.IndexOrder order, JobContext context) throws IOException {
        int shard = order.shard();
        LocalShards.Advance advance = shards.advance(shard, order.revision());
        if (!advance.isAll()) {
            long stored = Math.max(1, store.revisions().getOrDefault(shard, 0L));
            context.progress(
                    (int) Math.min(ALL, ALL * advance.revision() / stored),
                    "shard " + shard + " is at " + advance.revision() + " of " + stored);
            jobs.index(shard, advance.revision());
        }
        return null;
    }
}
