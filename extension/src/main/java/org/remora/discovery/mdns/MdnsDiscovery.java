package org.remora.discovery.mdns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.jmdns.ServiceInfo;
import org.jspecify.annotations.Nullable;
import org.remora.cluster.ClusterKeys;
import org.remora.discovery.DiscoveryProvider;
import org.remora.discovery.FoundCalls;
import org.remora.discovery.LocalNode;

/**
 * Finds the nodes on this node's network that announce themselves ({@code remora.discovery=mdns}).
 *
 * <p>One service {@code _remora._tcp.local.} for each node. Everybody is asked for again all the time, so that it makes
 * no difference whether a node, or an announcement of it, was there first.
 */
public final class MdnsDiscovery implements DiscoveryProvider {

    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int FIRST_QUESTIONS = 5;

    /** Where one node answers, more may be about to. */
    private static final Duration MORE_MAY_ANSWER = Duration.ofMillis(200);

    private static final String PURPOSE = "remora mdns announcement";
    private static final int RANDOM_BYTES = 8;
    private static final int LONGEST_NAME = 40;

    private final Optional<InetAddress> onInterface;
    private final AnnouncementCode code;
    private final InstantSource clock;
    private final Neighbours neighbours;
    private final CompletableFuture<Void> firstLook = new CompletableFuture<>();
    private final AtomicBoolean callWaits = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor thread;

    private volatile @Nullable FoundCalls found;
    private volatile boolean closed;
    private @Nullable SpeakingJmDns speaking;
    private int questionsAsked;
    private boolean failureReported;

    /**
     * Finds nodes on the network of an interface.
     *
     * @param onInterface the address of the interface; empty for that at which the node itself listens
     * @param keys those of the cluster: announcements are made with the first, and accepted if made with any
     * @param clock tells how long ago something was heard
     */
    public MdnsDiscovery(Optional<InetAddress> onInterface, ClusterKeys keys, InstantSource clock) {
        this.clock = clock;
        this.neighbours = new Neighbours(clock, MOST_NODES);
        this.onInterface = onInterface;
        this.code = new AnnouncementCode(keys.forPurpose(PURPOSE));
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "remora-mdns");
            made.setDaemon(true);
            return made;
        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // closed meanwhile
    }

    @Override
    public synchronized CompletionStage<Void> start(LocalNode self, Runnable whenFound) {
        if (found != null || closed) {
            throw new IllegalStateException("Started or closed before");
        }
        found = new FoundCalls(whenFound);
        thread.execute(() -> open(self));
        return firstLook;
    }

    private void open(LocalNode self) {
        InetAddress address = onInterface.orElse(self.addresses().get(0));
        Announcement announcement = Announcement.of(self, instance(self));
        try {
            Link link = Link.of(address);
            Hearing hearing = new Hearing(link, announcement, code, neighbours, this::heardOfMore, clock);
            open(SpeakingJmDns.open(link, announcement.instance(), hearing), announcement);
            MdnsLog.announced(announcement.instance(), address);
        } catch (IOException e) {
            if (!failureReported) {
                failureReported = true;
                MdnsLog.notOpened(address, e);
            }
            later(PAUSE, () -> open(self));
        }
    }

    private void open(SpeakingJmDns opened, Announcement announcement) throws IOException {
        synchronized (this) {
            if (closed) {
                opened.close();
                return;
            }
            speaking = opened;
        }
        Map<String, String> texts = new HashMap<>(announcement.texts());
        code.of(announcement).ifPresent(made -> texts.put(Announcement.CODE, made));
        int port = announcement.addresses().get(0).getPort();
        opened.registerService(ServiceInfo.create(MulticastMessage.TYPE, announcement.instance(), port, 0, 0, texts));
        ask(opened);
    }

    private void ask(SpeakingJmDns opened) {
        opened.startServiceResolver(MulticastMessage.TYPE);
        questionsAsked++;
        Duration pause = questionsAsked < FIRST_QUESTIONS ? FIRST_PAUSE : PAUSE;
        later(pause, () -> ask(opened));
    }

    private void later(Duration pause, Runnable work) {
        Future<?> unused = thread.schedule(work, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** A name that no other node has, now or earlier: what is said about it never changes. */
    private static String instance(LocalNode self) {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        String name = self.name().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME)) + "-"
                + HexFormat.of().formatHex(random);
    }

    private void heardOfMore() {
        if (!callWaits.getAndSet(true)) {
            thread.execute(this::tell);
        }
    }

    private void tell() {
        callWaits.set(false);
        FoundCalls calls = found;
        if (calls != null) {
            calls.call();
        }
        if (!firstLook.isDone()) {
            later(MORE_MAY_ANSWER, () -> firstLook.complete(null));
        }
    }

    @Override
    public Set<InetSocketAddress> nodes() {
        return closed ? Set.of() : neighbours.addresses();
    }

    @Override
    public void close() {
        SpeakingJmDns toClose;
        synchronized (this) {
            closed = true;
            toClose = speaking;
            speaking = null;
        }
        FoundCalls calls = found;
        if (calls != null) {
            calls.end();
        }
        thread.shutdownNow();
        if (toClose != null) {
            toClose.close();
        }
        neighbours.clear();
    }
}
