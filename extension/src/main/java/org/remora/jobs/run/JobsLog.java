package org.remora.jobs.run;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.lang.System.Logger;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What this package says, RMR-4000 to RMR-4099. */
final class JobsLog {

    private static final Logger LOG = System.getLogger("org.remora.jobs");

    private JobsLog() {}

    static void unhandled(String application, String type) {
        LOG.log(
                WARNING,
                "RMR-4001 Jobs of type ''{1}'' of ''{0}'' wait, and no node has a handler for them.",
                application,
                type);
    }

    static void takenOver(String application, String job, int attempt) {
        LOG.log(
                INFO,
                "RMR-4002 The job ''{1}'' of ''{0}'' is taken from its node, which is gone or has not renewed its lease;"
                        + " it was attempt {2}.",
                application,
                job,
                Integer.toString(attempt));
    }

    static void leaseLost(String application, String job) {
        LOG.log(
                WARNING,
                "RMR-4003 This node has lost the job ''{1}'' of ''{0}'': its lease could not be renewed in time, or the job"
                        + " is another node''s. Its handler is interrupted, and its result is refused.",
                application,
                job);
    }

    static void stuck(String application, String type, Duration since, Thread thread) {
        String stack = Arrays.stream(thread.getStackTrace())
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
        LOG.log(
                ERROR,
                "RMR-4004 The handler of ''{1}'' of ''{0}'' has been told to stop {2} s ago and goes on; its job is ended"
                        + " without it. It is here:{3}",
                application,
                type,
                Long.toString(since.toSeconds()),
                stack);
    }

    static void tooManyStuck(String application, String type, int count) {
        LOG.log(
                ERROR,
                "RMR-4005 {2} threads hang in the handler of ''{1}'' of ''{0}''; this node takes no jobs of this type until"
                        + " one of them comes back.",
                application,
                type,
                Integer.toString(count));
    }

    static void notReported(String application, String job, Throwable cause) {
        LOG.log(
                WARNING,
                "RMR-4006 The grid has not taken what came of the job ''" + job + "'' of ''" + application
                        + "''; it will be run again.",
                cause);
    }

    static void attemptFailed(String application, String job, int attempt, Throwable cause) {
        LOG.log(
                WARNING,
                "RMR-4007 Attempt " + attempt + " of the job '" + job + "' of '" + application + "' failed.",
                cause);
    }

    static void handedOver(String application, int count) {
        LOG.log(INFO, "RMR-4008 {1} running jobs of ''{0}'' are handed over to other nodes.", application, count);
    }

    static void observerFailed(String application, RuntimeException cause) {
        LOG.log(ERROR, "RMR-4009 What ''" + application + "'' does about the news of a job failed.", cause);
    }

    static void tickFailed(RuntimeException cause) {
        LOG.log(ERROR, "RMR-4010 Looking after the jobs of this node failed; it is tried again.", cause);
    }
}
