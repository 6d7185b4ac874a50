package org.remora.arquillian.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Asks a starting server over HTTP whether it is of use. */
final class Readiness {

    private static final int SHOWN_LINES = 60;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(5);

    private final PayaraServer server;

    Readiness(PayaraServer server) {
        this.server = server;
    }

    void await(Duration timeout) {
        long deadlineNanos = System.nanoTime() + timeout.toNanos();
        while (!isReady()) {
            if (!server.isAlive()) {
                throw failure("ended before it was ready");
            }
            if (System.nanoTime() - deadlineNanos > 0) {
                throw failure("was not ready after " + TimeUnit.NANOSECONDS.toSeconds(timeout.toNanos()) + " s");
            }
            if (Thread.interrupted()) {
                Thread.currentThread().interrupt();
                throw failure("was not waited for any longer, because of an interrupt");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    server.uri(server.spec().readyPath()).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout((int) ANSWER_TIMEOUT.toMillis());
            connection.setReadTimeout((int) ANSWER_TIMEOUT.toMillis());
            try {
                return connection.getResponseCode() / 100 == 2 || connection.getResponseCode() / 100 == 3;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    private ServerFailedException failure(String what) {
        return new ServerFailedException("server " + server + " " + what + "; the end of its log "
                + server.log().file() + ":\n" + server.log().tail(SHOWN_LINES));
    }
}
