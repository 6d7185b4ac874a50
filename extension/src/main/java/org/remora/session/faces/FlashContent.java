package org.remora.session.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a flash: those that came, those for this request only, and those that go on. */
final class FlashContent {

    private static final String SESSION_ATTRIBUTE = "remora.faces.flash";
    private static final String MESSAGES = "remora.faces.messages";
    private static final String REDIRECTED = "remora.faces.redirected";

    private final HashMap<String, Object> came = new HashMap<>();
    private final HashMap<String, Object> onlyNow = new HashMap<>();
    private final HashMap<String, Object> put = new HashMap<>();
    private final HashMap<String, Object> next = new HashMap<>();
    private boolean foundInSession;
    private boolean afterRedirect;

    private FlashContent() {}

    /** What the request before left in the session. */
    @SuppressWarnings("unchecked") // only this class sets it
    static FlashContent left(FacesContext faces) {
        FlashContent content = new FlashContent();
        ExternalContext external = faces.getExternalContext();
        if (external.getSession(false) != null
                && external.getSessionMap().get(SESSION_ATTRIBUTE) instanceof HashMap<?, ?> left) {
            content.foundInSession = true;
            content.came.putAll((Map<String, Object>) left);
            content.afterRedirect = content.came.remove(REDIRECTED) != null;
        }
        return content;
    }

    boolean isAfterRedirect() {
        return afterRedirect;
    }

    Map<String, Object> readable() {
        if (put.isEmpty() && onlyNow.isEmpty()) {
            return Collections.unmodifiableMap(came);
        }
        Map<String, Object> all = new HashMap<>(came);
        all.putAll(put);
        all.putAll(onlyNow);
        return Collections.unmodifiableMap(all);
    }

    @Nullable
    Object put(String key, Object value, boolean forNext) {
        return forNext ? next.put(key, value) : put.put(key, value);
    }

    void putNow(String key, Object value) {
        onlyNow.put(key, value);
    }

    @Nullable
    Object remove(Object key) {
        @Nullable Object shown = readable().get(key);
        List.of(came, onlyNow, put, next).forEach(each -> each.remove(key));
        return shown;
    }

    void clear() {
        List.of(came, onlyNow, put, next).forEach(Map::clear);
    }

    void keepMessages(FacesContext faces) {
        HashMap<@Nullable String, ArrayList<FacesMessage>> messages = new HashMap<>();
        Iterator<@Nullable String> ids = faces.getClientIdsWithMessages();
        while (ids.hasNext()) {
            @Nullable String id = ids.next();
            messages.put(id, new ArrayList<>(faces.getMessageList(id)));
        }
        next.put(MESSAGES, messages);
    }

    @SuppressWarnings("unchecked") // only this class sets it
    void restoreMessages(FacesContext faces) {
        if (came.remove(MESSAGES) instanceof Map<?, ?> kept) {
            ((Map<@Nullable String, List<FacesMessage>>) kept)
                    .forEach((id, messages) -> messages.forEach(message -> faces.addMessage(id, message)));
        }
    }

    /** Leaves in the session what the next request is to find; after a redirect that is also what came to this one. */
    void leave(FacesContext faces, boolean redirect) {
        HashMap<String, Object> left = new HashMap<>(redirect ? came : Map.of());
        left.putAll(put);
        left.putAll(next);
        ExternalContext external = faces.getExternalContext();
        if (!left.isEmpty()) {
            if (redirect) {
                left.put(REDIRECTED, true);
            }
            external.getSessionMap().put(SESSION_ATTRIBUTE, left);
        } else if (foundInSession) {
            external.getSessionMap().remove(SESSION_ATTRIBUTE);
        }
    }
}
