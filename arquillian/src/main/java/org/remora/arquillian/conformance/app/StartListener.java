package org.remora.arquillian.conformance.app;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;

/** Adds a listener by code while the application starts. */
public class StartListener implements ServletContextListener {

    /** Made by the container. */
    public StartListener() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().addListener(AddedListener.class);
    }
}
