package org.remora.session.faces;

import jakarta.servlet.ServletContext;

/** What an application with clustered sessions needs of its Faces implementation. */
public final class FacesParameters {

    /**
     * Mojarra numbers components without an id in the order in which a server first sees them, and finds the state of a
     * view by these numbers. This has it take the position in the page instead, which is the same on every server.
     */
    private static final String STABLE_IDS = "com.sun.faces.useFaceletsID";

    private FacesParameters() {}

    /**
     * Sets the parameters that the application did not set itself. To be called while the application's
     * {@code ServletContainerInitializer}s run.
     *
     * @param context the application, with Faces or without
     */
    public static void setIn(ServletContext context) {
        context.setInitParameter(STABLE_IDS, "true");
    }
}
