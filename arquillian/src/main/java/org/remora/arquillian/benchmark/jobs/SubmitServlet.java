package org.remora.arquillian.benchmark.jobs;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.remora.jobs.ClusterJobs;
import org.remora.jobs.JobRequest;

/**
 * Submits {@code count} empty jobs: by so many {@code threads} as fast as they can, or, if there is one of them, at
 * most {@code rate} a second. Answers when it has begun, in nanoseconds.
 */
@WebServlet("/jobs/submit")
public final class SubmitServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("serial") // servlets are not serialized
    private ClusterJobs jobs;

    @Resource
    @SuppressWarnings("serial") // servlets are not serialized
    private ManagedExecutorService executor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        long threads = number(request, "threads");
        long count = number(request, "count") / threads;
        long pauseNanos = threads > 1 ? 0 : TimeUnit.SECONDS.toNanos(1) / number(request, "rate");
        long startNanos = System.nanoTime();
        Stream.generate(() -> CompletableFuture.runAsync(() -> submit(count, pauseNanos), executor))
                .limit(threads)
                .toList()
                .forEach(CompletableFuture::join);
        response.getWriter().print(startNanos);
    }

    private void submit(long count, long pauseNanos) {
        long startNanos = System.nanoTime();
        for (long i = 0; i < count; i++) {
            waitUntil(startNanos + i * pauseNanos);
            Object unused = jobs.submit(
                    JobRequest.of(EmptyHandler.TYPE, System.nanoTime()).keepingResultFor(Duration.ZERO));
        }
    }

    private static void waitUntil(long nanos) {
        for (long left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static long number(HttpServletRequest request, String name) {
        return Long.parseLong(request.getParameter(name));
    }
}
