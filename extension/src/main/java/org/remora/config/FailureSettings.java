package org.remora.config;

import java.time.Duration;

/**
 * How a server finds out that another is gone whose connections were not closed.
 *
 * @param heartbeatInterval how often it tells the others that it is alive
 * @param heartbeatTimeout for how long another may be silent before it counts as gone
 */
public record FailureSettings(Duration heartbeatInterval, Duration heartbeatTimeout) {

    /** The defaults. */
    public static final FailureSettings STANDARD = new FailureSettings(Duration.ofMillis(250), Duration.ofSeconds(9));
}
