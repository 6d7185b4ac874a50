package org.remora.jobs.run;

import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobContext;
import org.remora.jobs.JobHandler;
import org.remora.jobs.JobRequest;
import org.remora.jobs.JobStatus;
import org.remora.jobs.record.InMemoryJobStore;
import org.remora.jobs.record.JobSamples;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.StandardCodec;

/** What the tests of nodes have in common: a cluster whose time they turn, and handlers of all kinds. */
abstract class TurnedJobs {

    static final Duration TAKE_OVER = Duration.ofSeconds(10);

    private static final StandardCodec CODEC = new StandardCodec(TurnedJobs.class.getClassLoader(), Optional.empty());

    final LoopCluster cluster = new LoopCluster();
    final ExecutorService threads = Executors.newCachedThreadPool();
    final List<Object> ran = new ArrayList<>();

    /** Jobs that are run by nobody: their claims stay. */
    final List<Runnable> hung = new ArrayList<>();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    /** Runs a job by a piece of code. */
    interface Work {
        @Nullable
        Object run(String payload, JobContext context) throws Exception;
    }

    static JobHandler<String> handler(String type, Work work) {
        return new JobHandler<>() {
            @Override
            public String type() {
                return type;
            }

            @Override
            public @Nullable Object run(String payload, JobContext context) throws Exception {
                return work.run(payload, context);
            }
        };
    }

    JobHandler<String> noting() {
        return handler("note", (payload, context) -> {
            ran.add(payload);
            return payload.length();
        });
    }

    static JobRequest note(String key) {
        return JobRequest.of("note", key).withKey(key);
    }

    static JobStatus find(ClusterJobs jobs, String key) {
        return jobs.find(key).orElseThrow();
    }

    /** The key of a job that rests on a node. */
    String keyOwnedBy(LoopCluster.Node node) {
        return first(name ->
                cluster.owner(InMemoryJobStore.partition(JobSamples.key(name))).equals(node.id));
    }

    /** The key of data that is at home on a node. */
    String keyAtHomeOn(LoopCluster.Node node) {
        return first(name -> {
            try {
                return cluster.owner(cluster.store.partitionOf(CODEC.encode(name)))
                        .equals(node.id);
            } catch (NotStorableException e) {
                throw new AssertionError(e);
            }
        });
    }

    private static String first(Predicate<String> isIt) {
        return IntStream.range(0, 1000)
                .mapToObj(number -> "name-" + number)
                .filter(isIt)
                .findFirst()
                .orElseThrow();
    }

    /** What can be written and not be read. */
    static final class Unreadable implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(ObjectInputStream in) throws IOException {
            throw new InvalidObjectException("not here");
        }
    }
}
