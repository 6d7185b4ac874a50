package org.remora.management;

import java.util.function.Supplier;
import org.remora.session.live.SessionStatistics;

/** Registers a {@link SessionsMXBean} for each application with the platform's MBean server. */
public final class SessionBeans {

    private final String node;

    /**
     * Makes the registry of this server process.
     *
     * @param node this server's name
     */
    public SessionBeans(String node) {
        this.node = node;
    }

    /**
     * Shows the statistics of an application; takes the place of what is left of an earlier deployment.
     *
     * @param application the application's name
     * @param statistics read whenever somebody asks
     * @return withdraws them; to be run when the application is undeployed
     */
    public Runnable register(String application, Supplier<SessionStatistics> statistics) {
        return BeanRegistration.of(BeanNames.of("Sessions", application), new Sessions(node, application, statistics));
    }
}
