package org.remora.shop.cluster;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.remora.jobs.JobsUnavailableException;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.MessageArchive;
import org.remora.shop.archive.MessageDatabase;
import org.remora.shop.archive.MessageStore;
import org.remora.shop.archive.Question;
import org.remora.shop.archive.SearchResult;
import org.remora.shop.archive.ShardAnswer;
import org.remora.shop.archive.ShardState;

/** The archive, whose index is divided among the servers and kept up by their jobs. */
@ApplicationScoped
public class ClusterArchive implements MessageArchive {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Inject
    private MessageDatabase database;

    @Inject
    private MessageStore store;

    @Inject
    private ShardJobs jobs;

    @Inject
    private Caretaker caretaker;

    @Resource
    private ManagedExecutorService threads;

    @Override
    public boolean isOpen() {
        return database.isNamed();
    }

    @Override
    public void begin() {
        caretaker.begin();
    }

    @Override
    public void save(List<Message> messages) {
        Map<Integer, Long> before = store.save(messages);
        try {
            before.forEach(jobs::index);
        } catch (JobsUnavailableException e) {
            // They are kept, and that is what was promised. The caretaker will see to it that they are found, too.
            System.getLogger(ClusterArchive.class.getName())
                    .log(System.Logger.Level.WARNING, "Messages are indexed later", e);
        }
    }

    @Override
    public Optional<Message> find(String id) {
        return Optional.ofNullable(store.find(List.of(id)).get(id));
    }

    @Override
    public SearchResult search(Question question) {
        // Before the shards are asked: what is stored after this need not be found.
        Map<Integer, Long> stored = store.revisions();
        Map<Integer, CompletableFuture<Optional<ShardAnswer>>> asked = new LinkedHashMap<>();
        question.shards().forEach(shard -> asked.put(shard, ask(shard, question)));
        List<ShardState> states = new ArrayList<>();
        List<ShardAnswer> answers = new ArrayList<>();
        asked.forEach((shard, future) -> {
            Optional<ShardAnswer> answer = future.join();
            answer.ifPresent(answers::add);
            states.add(state(shard, answer, stored.getOrDefault(shard, 0L)));
        });
        return merged(answers, states);
    }

    private CompletableFuture<Optional<ShardAnswer>> ask(int shard, Question question) {
        return CompletableFuture.supplyAsync(() -> answer(shard, question), threads)
                .completeOnTimeout(Optional.empty(), 2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Optional<ShardAnswer> answer(int shard, Question question) {
        try {
            return jobs.search(shard, question, PATIENCE);
        } catch (JobsUnavailableException e) {
            return Optional.empty(); // the result says that it is incomplete
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** A shard that is behind is not waited for, but helped. */
    private ShardState state(int shard, Optional<ShardAnswer> answer, long stored) {
        long indexed = answer.map(ShardAnswer::revision).orElse(0L);
        if (answer.isPresent() && indexed < stored) {
            threads.execute(() -> jobs.index(shard, indexed));
        }
        return new ShardState(shard, answer.isPresent(), indexed, stored);
    }

    private SearchResult merged(List<ShardAnswer> answers, List<ShardState> states) {
        List<String> ids = answers.stream()
                .flatMap(answer -> answer.first().stream())
                .sorted(ShardAnswer.ORDER)
                .limit(ShardAnswer.SHOWN)
                .map(ShardAnswer.Hit::id)
                .toList();
        Map<String, Message> messages = store.find(ids);
        return new SearchResult(
                answers.stream().mapToLong(ShardAnswer::total).sum(),
                ids.stream().map(messages::get).flatMap(Stream::ofNullable).toList(),
                states);
    }
}
