package org.remora.jobs.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.remora.jobs.JobEvent;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobsUnavailableException;
import org.remora.jobs.cron.CronTimes;
import org.remora.jobs.record.InMemoryJobStore;
import org.remora.jobs.record.JobAnswer;
import org.remora.jobs.record.JobKey;
import org.remora.jobs.record.JobRecord;
import org.remora.jobs.record.JobSamples;
import org.remora.jobs.record.JobStep;
import org.remora.jobs.record.JobStore;
import org.remora.jobs.record.StepResult;
import org.remora.session.codec.StandardCodec;

/** Nodes without a network: one store for all, whose partitions they share, and time that a test turns. */
final class LoopCluster {

    private static final StandardCodec CODEC = new StandardCodec(LoopCluster.class.getClassLoader(), Optional.empty());

    /** One node. */
    final class Node implements JobPeers, OwnedJobs, JobStore {

        final UUID id;
        final List<JobEvent> own = new ArrayList<>();
        final List<JobEvent> others = new ArrayList<>();
        final NodeJobs jobs;
        boolean isLeaving;
        boolean isMute;
        int asks;
        int looks;
        int steps;
        private boolean isCut;

        private Node(UUID id, int threads) {
            this.id = id;
            this.jobs = new NodeJobs(
                    new NodeParts(this, this, this, new CronTimes(), lane.clock(), lane, () -> isLeaving), threads);
        }

        /** The application starts here. */
        ApplicationJobs start(Executor threads, boolean hearsAll, JobHandler<?>... handlers) {
            return new ApplicationJobs(
                    jobs,
                    new JobApplication(
                            JobSamples.APPLICATION,
                            CODEC,
                            List.of(handlers),
                            threads,
                            (event, isOwn) -> (isOwn ? own : others).add(event),
                            hearsAll));
        }

        /** Nothing from or to it arrives, and the others do not know yet. */
        void cut() {
            isCut = true;
        }

        void mend() {
            isCut = false;
        }

        @Override
        public UUID self() {
            return id;
        }

        @Override
        public Set<UUID> members() {
            return Set.copyOf(present);
        }

        @Override
        public boolean owns(UUID member, int partition) {
            return owner(partition).equals(member);
        }

        @Override
        public CompletionStage<List<JobOffer>> ask(UUID owner, JobAsk ask) {
            asks++;
            Node there = node(owner);
            if (isCut || there.isCut) {
                return CompletableFuture.failedFuture(new JobsUnavailableException("cut", null));
            }
            return there.isMute
                    ? new CompletableFuture<>()
                    : CompletableFuture.completedFuture(there.jobs.asked(id, ask));
        }

        @Override
        public void hint(UUID member, String application) {
            Node there = node(member);
            if (!isCut && !there.isCut) {
                there.jobs.hinted(id, application);
            }
        }

        @Override
        public void tell(UUID member, JobNews news) {
            Node there = node(member);
            if (!isCut && !there.isCut) {
                there.jobs.told(news);
            }
        }

        @Override
        public Map<Integer, Integer> partitions() {
            looks++;
            Map<Integer, Integer> owned = new HashMap<>();
            for (int number = 0; number < InMemoryJobStore.PARTITIONS; number++) {
                if (owner(number).equals(id)) {
                    owned.put(number, present.size());
                }
            }
            return owned;
        }

        @Override
        public void show(int partition, BiConsumer<Integer, JobRecord> receiver) {
            store.in(partition).forEach(job -> receiver.accept(partition, job));
        }

        @Override
        public CompletionStage<JobAnswer> apply(JobKey key, JobStep step) {
            steps++;
            if (isCut) {
                return CompletableFuture.failedFuture(new JobsUnavailableException("cut", null));
            }
            return store.apply(key, step);
        }

        @Override
        public int partitionOf(byte[] key) {
            return store.partitionOf(key);
        }
    }

    final TurnedLane lane = new TurnedLane();
    final InMemoryJobStore store = new InMemoryJobStore(this::stepped);
    private final Map<UUID, Node> nodes = new HashMap<>();
    private final List<UUID> present = new ArrayList<>();
    private final Set<UUID> gone = new HashSet<>();

    /** A node with some threads joins. */
    Node join(int threads) {
        Node node = new Node(new UUID(1, nodes.size()), threads);
        nodes.put(node.id, node);
        present.add(node.id);
        node.jobs.start();
        present.forEach(id -> node(id).jobs.clusterChanged());
        lane.settle();
        return node;
    }

    /** The others hear that a node is gone. */
    void lose(Node node) {
        present.remove(node.id);
        gone.add(node.id);
        present.forEach(id -> node(id).jobs.clusterChanged());
        lane.settle();
    }

    UUID owner(int partition) {
        return present.get(partition % present.size());
    }

    private Node node(UUID id) {
        Node node = nodes.get(id);
        if (node == null) {
            throw new AssertionError("There is no node " + id);
        }
        return node;
    }

    private void stepped(JobKey key, JobStep step, StepResult result) {
        int partition = InMemoryJobStore.partition(key);
        node(owner(partition)).jobs.stepped(partition, key, step, result);
    }
}
