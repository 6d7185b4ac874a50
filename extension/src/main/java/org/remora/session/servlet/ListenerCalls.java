package org.remora.session.servlet;

import java.util.function.Consumer;

/** Calls listeners of an application. One that fails is logged, and keeps nobody from being called, as in Payara. */
final class ListenerCalls {

    private ListenerCalls() {}

    static <T> void call(T listener, Consumer<T> event) {
        try {
            event.accept(listener);
        } catch (Throwable e) {
            ListenerLog.listenerFailed(listener.getClass(), e);
        }
    }

    static <T> void inOrder(T[] listeners, Consumer<T> event) {
        for (T listener : listeners) {
            call(listener, event);
        }
    }

    static <T> void inReverseOrder(T[] listeners, Consumer<T> event) {
        for (int i = listeners.length - 1; i >= 0; i--) {
            call(listeners[i], event);
        }
    }
}
