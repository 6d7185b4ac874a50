package org.remora.arquillian.conformance.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Destroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.event.Observes;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

/** Notes when scopes begin and end: sessions by their id, requests by their parameter {@code note}. */
@ApplicationScoped
public class ScopeEvents {

    void sessionBegins(@Observes @Initialized(SessionScoped.class) HttpSession session) {
        Journal.note(session.getId(), "session scope initialized");
    }

    void sessionEnds(@Observes @BeforeDestroyed(SessionScoped.class) HttpSession session) {
        Journal.note(session.getId(), "session scope before destroyed");
    }

    void sessionEnded(@Observes @Destroyed(SessionScoped.class) HttpSession session) {
        Journal.note(session.getId(), "session scope destroyed");
    }

    void conversationBegins(@Observes @Initialized(ConversationScoped.class) HttpServletRequest request) {
        note(request, "conversation scope initialized");
    }

    void conversationEnds(@Observes @BeforeDestroyed(ConversationScoped.class) HttpServletRequest request) {
        note(request, "conversation scope before destroyed");
    }

    void conversationEnded(@Observes @Destroyed(ConversationScoped.class) HttpServletRequest request) {
        note(request, "conversation scope destroyed");
    }

    void longConversationEnds(@Observes @BeforeDestroyed(ConversationScoped.class) String id) {
        Journal.note(id, "conversation before destroyed");
    }

    void longConversationEnded(@Observes @Destroyed(ConversationScoped.class) String id) {
        Journal.note(id, "conversation destroyed");
    }

    private static void note(HttpServletRequest request, String what) {
        String note = request.getParameter("note");
        if (note != null) {
            Journal.note(note, what);
        }
    }
}
