package org.remora.shop.cluster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.shop.archive.LocalShards;
import org.remora.shop.archive.ShardAnswer;

/** Answers for a shard that this server looks after. */
@ApplicationScoped
public class SearchHandler implements JobHandler<ShardJobs.SearchOrder> {

    @Inject
    private LocalShards shards;

    @Override
    public String type() {
        return ShardJobs.SEARCH;
    }

    @Override
    public ShardAnswer run(ShardJobs.SearchOrder order, JobContext context) throws IOException {
        return shards.search(order.shard(), order.question());
    }
}
