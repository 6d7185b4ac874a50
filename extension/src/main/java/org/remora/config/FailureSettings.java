package org.remora.config;

import java.time.Duration;
import java.util.Optional;

/**
 * How a server finds out that another is gone whose connections were not closed.
 *
 * @param heartbeatInterval how often it tells the others that it is alive
 * @param heartbeatTimeout for how long another may be silent before it counts as gone
 */
public record FailureSettings(Duration heartbeatInterval, Duration heartbeatTimeout) {

    /** How many heartbeats have to fit into a timeout, so that a single loss does not part the cluster. */
    static final int FEWEST_HEARTBEATS = 4;

    private static final Duration USUAL_INTERVAL = Duration.ofMillis(500);

    /** The defaults. */
    public static final FailureSettings STANDARD = of(Optional.empty(), Duration.ofSeconds(9));

    /**
     * Settings as they are written.
     *
     * @param heartbeatInterval how often it tells the others that it is alive, if that is set
     * @param heartbeatTimeout for how long another may be silent before it counts as gone
     * @return the settings
     */
    static FailureSettings of(Optional<Duration> heartbeatInterval, Duration heartbeatTimeout) {
        Duration longest = heartbeatTimeout.dividedBy(FEWEST_HEARTBEATS);
        Duration usual = longest.compareTo(USUAL_INTERVAL) < 0 ? longest : USUAL_INTERVAL;
        return new FailureSettings(heartbeatInterval.orElse(usual), heartbeatTimeout);
    }
}
