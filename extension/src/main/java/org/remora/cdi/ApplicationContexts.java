package org.remora.cdi;

import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.BeanManager;
import java.util.concurrent.Executor;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * Has a thread of ours work for an application: its naming, its security and a request scope for each piece of work.
 */
final class ApplicationContexts {

    private static final String MANAGED_THREADS = "java:comp/DefaultManagedExecutorService";
    private static final String CONTEXT_SERVICE = "java:comp/DefaultContextService";

    private final BeanManager beans;
    private final Executor inApplication;

    private ApplicationContexts(BeanManager beans, Executor inApplication) {
        this.beans = beans;
        this.inApplication = inApplication;
    }

    /** Those of the application that the calling thread works for. */
    static ApplicationContexts current(BeanManager beans) {
        return new ApplicationContexts(beans, captured());
    }

    @SuppressWarnings("BanJNDI") // a name of the specification, not one that somebody sends
    private static Executor captured() {
        try {
            ContextService contexts = InitialContext.doLookup(CONTEXT_SERVICE);
            return contexts.currentContextExecutor();
        } catch (NamingException withoutConcurrency) {
            return Runnable::run;
        }
    }

    /**
     * The server's threads for the application that the calling thread works for; each piece of work has a request
     * scope of its own.
     *
     * @param loader the application's class loader, for libraries that go by the thread
     * @throws java.util.concurrent.RejectedExecutionException by the executor, when the application is stopping
     */
    @SuppressWarnings("BanJNDI") // a name of the specification, not one that somebody sends
    Executor managedThreads(ClassLoader loader) {
        try {
            ManagedExecutorService threads = InitialContext.doLookup(MANAGED_THREADS);
            // What the executor hands down is that of the thread which hands in the work.
            Executor lasting = new LastingThreads(task -> inApplication.execute(() -> threads.execute(task)));
            return work -> lasting.execute(() -> withLoader(loader, () -> inRequest(work)));
        } catch (NamingException e) {
            throw new IllegalStateException("This server has no " + MANAGED_THREADS + " to run jobs", e);
        }
    }

    /** Runs work in the calling thread; what it throws comes back. */
    void run(Runnable work) {
        inApplication.execute(() -> inRequest(work));
    }

    private static void withLoader(ClassLoader loader, Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            work.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private void inRequest(Runnable work) {
        Instance<Object> instances = beans.createInstance();
        RequestContextController request =
                instances.select(RequestContextController.class).get();
        boolean isOurs = request.activate();
        try {
            work.run();
        } finally {
            if (isOurs) {
                request.deactivate();
            }
        }
    }
}
