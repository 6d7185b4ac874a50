package org.remora.cdi;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobHandler;
import org.remora.jobs.run.ApplicationJobs;
import org.remora.jobs.run.JobApplication;
import org.remora.jobs.run.NodeJobs;
import org.remora.session.codec.AttributeCodec;

/**
 * The jobs of one application: its handlers are found among its beans, and {@link ClusterJobs} is what it injects.
 *
 * <p>The container makes it before there is an application to take part; it is told when that {@linkplain #begin
 * begins}.
 */
@Singleton
public final class ApplicationWork {

    private static final String OBSERVER_THREAD = "remora-jobs-observer";
    private static final String APPLICATIONS_BEANS = "java:comp/BeanManager";
    private static final TypeLiteral<JobHandler<?>> HANDLERS = new TypeLiteral<>() {};

    /**
     * What the server has for an application.
     *
     * @param node the server's jobs
     * @param application the application's name
     * @param codec encodes payloads and results
     * @param loader its class loader
     */
    public record Offer(NodeJobs node, String application, AttributeCodec codec, ClassLoader loader) {}

    private record Started(ApplicationJobs jobs, ExecutorService observers) {}

    private volatile @Nullable Started started;

    /** Made by the container. */
    public ApplicationWork() {}

    /**
     * The application takes part from now on. Called by a thread that works for it; further calls, for other modules of
     * the same application, change nothing.
     *
     * @param offer what the server has for it
     * @throws IllegalArgumentException if two of its handlers have the same type
     */
    public synchronized void begin(Offer offer) {
        if (started != null) {
            return;
        }
        BeanManager beans = beansOfApplication();
        ApplicationContexts contexts = ApplicationContexts.current(beans);
        ExecutorService observers = Threads.atMost(1, OBSERVER_THREAD, offer.loader());
        JobObservers events = new JobObservers(offer.application(), beans, contexts, observers);
        List<JobHandler<?>> found = new ArrayList<>();
        beans.createInstance().select(HANDLERS, Any.Literal.INSTANCE).forEach(found::add);
        JobApplication application = new JobApplication(
                offer.application(),
                offer.codec(),
                found,
                contexts.managedThreads(offer.loader()),
                events,
                events.hearAll());
        started = new Started(new ApplicationJobs(offer.node(), application), observers);
    }

    /** What is injected here sees the beans of this archive only. */
    @SuppressWarnings("BanJNDI") // a name of the specification, not one that somebody sends
    private static BeanManager beansOfApplication() {
        try {
            return InitialContext.doLookup(APPLICATIONS_BEANS);
        } catch (NamingException e) {
            throw new IllegalStateException("The beans of the application are not found at " + APPLICATIONS_BEANS, e);
        }
    }

    /** What applications inject. */
    @Produces
    ClusterJobs jobs() {
        return new InjectedJobs(this::begun);
    }

    private ClusterJobs begun() {
        return Optional.ofNullable(started)
                .map(Started::jobs)
                .orElseThrow(() -> new IllegalStateException("Remora is switched off on this server (remora.enabled),"
                        + " or asked before the application's ServletContext is initialized"));
    }

    @PreDestroy
    synchronized void stop() {
        Optional.ofNullable(started).ifPresent(parts -> {
            parts.jobs.close();
            parts.observers.shutdownNow();
        });
    }
}
