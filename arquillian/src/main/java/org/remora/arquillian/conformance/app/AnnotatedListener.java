package org.remora.arquillian.conformance.app;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;

/** A listener that is found by its annotation, and into which the container injects. */
@WebListener
public class AnnotatedListener extends NotingListener {

    @Inject
    private Greeter greeter;

    /** Made by the container. */
    @SuppressWarnings("NullAway.Init") // injected
    public AnnotatedListener() {
        super("annotated");
    }

    @Override
    public void sessionCreated(HttpSessionEvent event) {
        super.sessionCreated(event);
        note(event, "injected " + greeter.greeting());
    }
}
