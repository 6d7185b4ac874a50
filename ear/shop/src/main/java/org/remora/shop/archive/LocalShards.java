package org.remora.shop.archive;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The indexes on this server's disk: those of the shards that it looks after now, and those that it looked after once
 * and will have to catch up with if they come back.
 */
@ApplicationScoped
public class LocalShards {

    private static final int AT_ONCE = 250;

    private final MessageStore store;
    private final Map<Integer, ShardIndex> open = new HashMap<>();
    private @Nullable Path directory;

    /**
     * No index yet.
     *
     * @param store what they are made from
     */
    @Inject
    public LocalShards(MessageStore store) {
        this.store = store;
    }

    /** For the container's proxy. */
    protected LocalShards() {
        this(new MessageStore());
    }

    /** Takes the directory that every application is given for files of its own (Servlet 6.0, 4.8.1). */
    void begin(@Observes @Initialized(ApplicationScoped.class) ServletContext context) {
        begin(((File) context.getAttribute(ServletContext.TEMPDIR)).toPath());
    }

    synchronized void begin(Path home) {
        directory = home;
    }

    /**
     * How far a piece of work has brought an index.
     *
     * @param revision to which revision
     * @param isAll whether there was nothing left
     */
    public record Advance(long revision, boolean isAll) {}

    /**
     * Brings the index of a shard a piece further, unless somebody else has done it already. A piece is short: the same
     * threads answer searches.
     *
     * @param shard its number
     * @param revision the index is taken on only if it is no further than this
     */
    public Advance advance(int shard, long revision) throws IOException {
        ShardIndex index = index(shard);
        synchronized (index) {
            long before = index.revision();
            if (before > revision) {
                return new Advance(before, true);
            }
            List<MessageStore.Revised> changes = store.changes(shard, before, AT_ONCE);
            if (!changes.isEmpty()) {
                index.add(changes);
            }
            return new Advance(index.revision(), changes.size() < AT_ONCE);
        }
    }

    /** Looks for messages in one shard, in what is in its index now. */
    public ShardAnswer search(int shard, Question question) throws IOException {
        return index(shard).search(question);
    }

    private synchronized ShardIndex index(int shard) throws IOException {
        ShardIndex index = open.get(shard);
        if (index == null) {
            Path home = directory;
            if (home == null) {
                throw new IllegalStateException("the application has not begun");
            }
            // An index of another database is left alone, and found by nobody.
            index = ShardIndex.open(home.resolve("archive").resolve(store.id()).resolve("shard-" + shard));
            open.put(shard, index);
        }
        return index;
    }

    /** Closes the indexes, which stay on the disk. */
    @PreDestroy
    synchronized void close() {
        open.forEach((shard, index) -> {
            try {
                index.close();
            } catch (IOException e) {
                throw new UncheckedIOException("the index of shard " + shard + " cannot be closed", e);
            }
        });
    }
}
