package org.remora.jobs.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.remora.jobs.JobEvent;
import org.remora.jobs.record.JobSpec;

/** News that wait to be told, those for one node together. More than a bounded number for a node are dropped. */
final class NewsOutbox {

    private static final int MAX_WAITING = 10_000;

    private record Address(UUID member, String application) {}

    private static final class Waiting {
        final List<JobEvent> own = new ArrayList<>();
        final List<JobEvent> others = new ArrayList<>();
    }

    private final JobPeers peers;
    private final Executor lane;
    private Map<Address, Waiting> waiting = new HashMap<>();

    NewsOutbox(JobPeers peers, Executor lane) {
        this.peers = peers;
        this.lane = lane;
    }

    /** Something has happened to a job; its submitter is told, and who wants to hear of all jobs. */
    void happened(JobSpec job, List<JobEvent> events, Set<UUID> hearers) {
        UUID submitter = job.origin().member();
        boolean isFirst;
        synchronized (this) {
            isFirst = waiting.isEmpty();
            add(waiting(submitter, job).own, events);
            hearers.stream()
                    .filter(hearer -> !hearer.equals(submitter))
                    .forEach(hearer -> add(waiting(hearer, job).others, events));
        }
        if (isFirst) {
            lane.execute(this::send);
        }
    }

    private Waiting waiting(UUID member, JobSpec job) {
        return waiting.computeIfAbsent(new Address(member, job.key().application()), address -> new Waiting());
    }

    private static void add(List<JobEvent> list, List<JobEvent> events) {
        if (list.size() < MAX_WAITING) {
            list.addAll(events);
        }
    }

    private void send() {
        take().forEach((address, news) ->
                peers.tell(address.member(), new JobNews(address.application(), news.own, news.others)));
    }

    private synchronized Map<Address, Waiting> take() {
        Map<Address, Waiting> taken = waiting;
        waiting = new HashMap<>();
        return taken;
    }
}
