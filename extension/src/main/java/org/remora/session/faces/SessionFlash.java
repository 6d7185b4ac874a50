package org.remora.session.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.event.PhaseId;
import jakarta.faces.event.PostKeepFlashValueEvent;
import jakarta.faces.event.PostPutFlashValueEvent;
import jakarta.faces.event.PreClearFlashEvent;
import jakarta.faces.event.PreRemoveFlashValueEvent;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The flash of one request (Faces 4.0, {@code Flash}): shows what the request before left, and leaves its own for the
 * next.
 *
 * <p>What is put before the view is rendered is seen by this request as well, since without a redirect it is the one
 * that shows the next view.
 */
final class SessionFlash extends Flash {

    private static final String KEEP_MESSAGES = "keepMessages";
    private static final String REDIRECT = "redirect";

    private final FacesContext faces;
    private final FlashContent content;
    private boolean keepsMessages;
    private boolean over;

    private SessionFlash(FacesContext faces) {
        this.faces = faces;
        this.content = FlashContent.left(faces);
    }

    static SessionFlash of(FacesContext faces) {
        return (SessionFlash)
                faces.getAttributes().computeIfAbsent(SessionFlash.class, first -> new SessionFlash(faces));
    }

    @Override
    public @Nullable Object get(Object key) {
        if (KEEP_MESSAGES.equals(key)) {
            return isKeepMessages();
        }
        if (REDIRECT.equals(key)) {
            return isRedirect();
        }
        Object value = content.readable().get(key);
        if (MojarraFlags.takeKeep(faces)) {
            keep(key.toString());
        }
        return value;
    }

    @Override
    public @Nullable Object put(String key, Object value) {
        if (KEEP_MESSAGES.equals(key)) {
            setKeepMessages(Boolean.parseBoolean(value.toString()));
            return null;
        }
        if (REDIRECT.equals(key)) {
            return null;
        }
        Object before = content.put(key, value, isRendering());
        faces.getApplication().publishEvent(faces, PostPutFlashValueEvent.class, key);
        return before;
    }

    @Override
    public void putNow(String key, Object value) {
        content.putNow(key, value);
    }

    @Override
    public void keep(String key) {
        Object kept = faces.getExternalContext().getRequestMap().remove(key);
        if (kept == null) {
            kept = content.readable().get(key);
        }
        if (kept != null) {
            content.put(key, kept, true);
            faces.getApplication().publishEvent(faces, PostKeepFlashValueEvent.class, key);
        }
    }

    @Override
    public @Nullable Object remove(Object key) {
        faces.getApplication().publishEvent(faces, PreRemoveFlashValueEvent.class, key);
        return content.remove(key);
    }

    @Override
    public void clear() {
        faces.getApplication().publishEvent(faces, PreClearFlashEvent.class, content.readable());
        content.clear();
    }

    @Override
    public void doPrePhaseActions(FacesContext context) {
        if (context.getCurrentPhaseId() == PhaseId.RESTORE_VIEW) {
            content.restoreMessages(context);
        }
    }

    /** The last time is after the view, or where somebody completed the response, as a redirect does. */
    @Override
    public void doPostPhaseActions(FacesContext context) {
        Boolean redirect = MojarraFlags.lastActionsOfRedirect(context);
        if (redirect != null || isRendering() || context.getResponseComplete()) {
            leave(Boolean.TRUE.equals(redirect));
        }
    }

    private void leave(boolean redirect) {
        if (over) {
            return;
        }
        over = true;
        if (keepsMessages) {
            content.keepMessages(faces);
        }
        content.leave(faces, redirect);
    }

    private boolean isRendering() {
        return faces.getCurrentPhaseId() == PhaseId.RENDER_RESPONSE;
    }

    @Override
    public boolean isKeepMessages() {
        return keepsMessages;
    }

    @Override
    public void setKeepMessages(boolean keep) {
        keepsMessages = keep;
    }

    @Override
    public boolean isRedirect() {
        return content.isAfterRedirect();
    }

    @Override
    public void setRedirect(boolean redirect) {
        // whether there is one is the navigation's decision
    }

    @Override
    public int size() {
        return content.readable().size();
    }

    @Override
    public boolean isEmpty() {
        return content.readable().isEmpty();
    }

    @Override
    public boolean containsKey(Object key) {
        return content.readable().containsKey(key);
    }

    @Override
    public boolean containsValue(Object value) {
        return content.readable().containsValue(value);
    }

    @Override
    public void putAll(Map<? extends String, ?> more) {
        more.forEach((key, value) -> put(key, Objects.requireNonNull(value)));
    }

    @Override
    public Set<String> keySet() {
        return content.readable().keySet();
    }

    @Override
    public Collection<Object> values() {
        return content.readable().values();
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return content.readable().entrySet();
    }
}
