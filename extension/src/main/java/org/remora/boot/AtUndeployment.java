package org.remora.boot;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Does something when an application is undeployed. */
record AtUndeployment(Runnable action) implements ServletContextListener {

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        action.run();
    }
}
