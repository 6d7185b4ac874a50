package org.remora.arquillian.probe.listener;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Adds a listener when the application starts. */
public class AddingListener implements ServletContextListener {

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().addListener(new AddedListener());
    }
}
