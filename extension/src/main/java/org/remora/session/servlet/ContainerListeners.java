package org.remora.session.servlet;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionListener;
import java.util.EventListener;
import java.util.List;
import java.util.function.UnaryOperator;

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
     * Puts something in the place of each listener of the application's own that hears of requests. The container calls
     * that for what happens to requests; for everything else the listeners stay what they are.
     *
     * @param replacement what stands for a listener
     * @return puts the listeners back, which is to be done before the container lets go of them
     * @throws IllegalStateException if the server is not one that this was written for
     */
    Runnable replaceRequestListeners(UnaryOperator<ServletRequestListener> replacement);

    /**
     * The response to a request, which listeners are not given.
     *
     * @param request the container's request
     * @return the container's response
     */
    HttpServletResponse response(HttpServletRequest request);

    /**
     * Does something that may call the application, on a thread that is in none of its calls, in the application's
     * environment: its class loader, its names, its beans.
     *
     * @param work what to do
     */
    void inApplication(Runnable work);

    /**
     * Has a filter called without the application's environment being set up for it, which would cost more than a
     * filter that does little. To be called while the filter is being initialized.
     *
     * @param filter does by {@link #inApplication} what may call the application
     * @throws IllegalStateException if the server is not one that this was written for
     */
    void withoutEnvironment(Filter filter);
}
