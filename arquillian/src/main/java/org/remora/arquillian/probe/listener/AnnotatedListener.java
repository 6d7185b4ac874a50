package org.remora.arquillian.probe.listener;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Found by its annotation, with a bean injected. */
@WebListener
public class AnnotatedListener implements HttpSessionListener {

    @Inject
    private Counter counter;

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        counter.created();
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        counter.destroyed();
    }
}
