package org.remora.session.servlet;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;

/**
 * The context of an asynchronous request that the application did not wrap: threads that ask it for the request get the
 * one with the clustered session.
 *
 * @param container the container's context, which knows only its own request
 * @param request what the application sees
 * @param response what the application sees
 */
record SessionAsyncContext(AsyncContext container, ServletRequest request, ServletResponse response)
        implements AsyncContext {

    @Override
    public ServletRequest getRequest() {
        return request;
    }

    @Override
    public ServletResponse getResponse() {
        return response;
    }

    @Override
    public boolean hasOriginalRequestAndResponse() {
        return container.hasOriginalRequestAndResponse();
    }

    @Override
    public void dispatch() {
        container.dispatch();
    }

    @Override
    public void dispatch(String path) {
        container.dispatch(path);
    }

    @Override
    public void dispatch(ServletContext context, String path) {
        container.dispatch(context, path);
    }

    @Override
    public void complete() {
        container.complete();
    }

    @Override
    public void start(Runnable run) {
        container.start(run);
    }

    @Override
    public void addListener(AsyncListener listener) {
        container.addListener(listener, request, response);
    }

    @Override
    public void addListener(AsyncListener listener, ServletRequest shown, ServletResponse shownResponse) {
        container.addListener(listener, shown, shownResponse);
    }

    @Override
    public <T extends AsyncListener> T createListener(Class<T> type) throws ServletException {
        return container.createListener(type);
    }

    @Override
    public void setTimeout(long timeoutMillis) {
        container.setTimeout(timeoutMillis);
    }

    @Override
    public long getTimeout() {
        return container.getTimeout();
    }
}
