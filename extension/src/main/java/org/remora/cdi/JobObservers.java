package org.remora.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.ObserverMethod;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.remora.jobs.JobEvent;
import org.remora.jobs.run.JobEventSink;

/**
 * Tells an application's observers what has happened to jobs: on the node that has submitted a job all of them, on the
 * others those that observe {@link Remote}. One that throws holds up no other.
 */
final class JobObservers implements JobEventSink {

    private static final List<JobEvent> ONE_OF_EACH = List.of(
            new JobEvent.Submitted("", ""),
            new JobEvent.Started("", "", 1),
            new JobEvent.Progressed("", "", 0, ""),
            new JobEvent.Succeeded("", ""),
            new JobEvent.Failed("", "", ""),
            new JobEvent.TakenOver("", "", 1),
            new JobEvent.GivenUp("", "", ""),
            new JobEvent.Cancelled("", ""));

    private final String name;
    private final BeanManager beans;
    private final ApplicationContexts application;
    private final Executor thread;

    JobObservers(String name, BeanManager beans, ApplicationContexts application, Executor thread) {
        this.name = name;
        this.beans = beans;
        this.application = application;
        this.thread = thread;
    }

    /** Whether an observer wants to hear of jobs that other nodes have submitted. */
    boolean hearAll() {
        return ONE_OF_EACH.stream()
                .anyMatch(event -> beans.resolveObserverMethods(event, Remote.Literal.INSTANCE).stream()
                        .anyMatch(JobObservers::isRemote));
    }

    @Override
    public void happened(JobEvent event, boolean isOwn) {
        for (ObserverMethod<? super JobEvent> observer : beans.resolveObserverMethods(event, Remote.Literal.INSTANCE)) {
            if (isOwn || isRemote(observer)) {
                thread.execute(() -> tell(observer, event, isOwn));
            }
        }
    }

    private static boolean isRemote(ObserverMethod<?> observer) {
        return observer.getObservedQualifiers().stream().anyMatch(Remote.class::isInstance);
    }

    private void tell(ObserverMethod<? super JobEvent> observer, JobEvent event, boolean isOwn) {
        try {
            application.run(() -> call(observer, event, isOwn));
        } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
            CdiLog.jobObserverFailed(name, observer.getBeanClass().getName(), e);
        }
    }

    @SuppressWarnings("unchecked") // the container has found that the observer observes such events
    private static <T> void call(ObserverMethod<T> observer, JobEvent event, boolean isOwn) {
        Set<Annotation> qualifiers = isOwn ? Set.of() : Set.of(Remote.Literal.INSTANCE);
        observer.notify(new ToldEvent<>((T) event, qualifiers));
    }
}
