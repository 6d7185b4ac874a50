package org.remora.boot;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.config.RemoraSettings;

/**
 * Starts the extension once in a server process, at the first deployment.
 *
 * <p>A start that failed is not tried again: the reason is logged once, and every deployment is refused.
 */
final class ServerLaunch {

    private boolean tried;
    private @Nullable RemoraServer server;
    private @Nullable String failure;

    /**
     * The server's extension; the first caller waits for its start.
     *
     * @return the extension, empty if it is switched off
     */
    synchronized Optional<RemoraServer> started() {
        if (failure != null) {
            throw new IllegalStateException("Remora did not start: " + failure);
        }
        if (!tried) {
            tried = true;
            start();
        }
        return Optional.ofNullable(server);
    }

    private void start() {
        try {
            RemoraSettings settings = RemoraSettings.ofServer();
            if (settings.enabled()) {
                server = CleanThread.call(() -> new RemoraServer(settings));
            }
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
            BootLog.notStarted(e);
            throw e;
        }
    }
}
