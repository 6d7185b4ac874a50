package org.remora.session.servlet;

import jakarta.servlet.http.HttpSessionListener;
import java.util.EventListener;
import java.util.List;

/**
 * The listeners of one application: the container's own instances, with their injections, however they were registered.
 *
 * <p>They are complete when the application's context listeners have been initialized.
 */
public interface ContainerListeners {

    /**
     * Those that hear of sessions made and ended.
     *
     * @return the listeners in the order of their registration
     */
    List<HttpSessionListener> sessionListeners();

    /**
     * Those that hear of attributes and changed ids, and others.
     *
     * @return the listeners in the order of their registration
     */
    List<EventListener> eventListeners();

    /**
     * Does something on a thread that has no request, in the application's environment: its class loader, its names,
     * its beans.
     *
     * @param work what to do
     */
    void inApplication(Runnable work);
}
