package org.remora.boot;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.remora.session.live.LiveSessions;

/** Lets go of an application that is undeployed; what its sessions could not commit is tried a last time. */
record Undeployment(Runnable endRetries, LiveSessions live, Runnable withdraw) implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        endRetries.run();
        live.upkeep().retrySuspended();
        withdraw.run();
    }
}
