package org.remora.session.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.remora.session.codec.NotStorableException;
import org.remora.session.codec.UnreadableAttributeException;

/**
 * The attributes of a {@link LiveSession}, as its requests read and write them.
 *
 * <p>Takes no lock and makes no call to the grid. May be used by several threads.
 */
public final class SessionAttributes {

    /** How the names of attributes begin that the application does not see. */
    public static final String INTERNAL = "org.remora.";

    // Weld keeps its locks here; they mean nothing on another node.
    private static final String WELD_LOCKS = "org.jboss.weld.context.beanstore.http.LockStore";

    private final LiveSession session;
    private final ValueEncoding encoding;
    private final SessionObserver observer;
    private final RequestsUnderWay requests;
    private final UnsentChanges unsent;
    private final ConcurrentHashMap<String, LiveAttribute> attributes = new ConcurrentHashMap<>();

    SessionAttributes(
            LiveSession session,
            ValueEncoding encoding,
            SessionObserver observer,
            RequestsUnderWay requests,
            UnsentChanges unsent) {
        this.session = session;
        this.encoding = encoding;
        this.observer = observer;
        this.requests = requests;
        this.unsent = unsent;
    }

    /**
     * Reads an attribute.
     *
     * @param name the name
     * @return the value, empty if there is none
     * @throws UnreadableAttributeException at the first try to read bytes that cannot be read on this node; later calls
     *     find nothing
     */
    public Optional<Object> get(String name) throws UnreadableAttributeException {
        LiveAttribute attribute = attributes.get(name);
        if (attribute == null) {
            return Optional.empty();
        }
        Object value = attribute.value(encoding);
        if (attribute.isMutable()) {
            requests.touch(attribute);
            if (attribute.isJustMade() && value != null) {
                observer.activated(session, name, value);
            }
        }
        return Optional.ofNullable(value);
    }

    /**
     * The names of all attributes that the application sees.
     *
     * @return the names at this moment
     */
    public List<String> names() {
        return names(name -> !isInternal(name));
    }

    /**
     * The names of attributes of Remora's own.
     *
     * @param prefix how they begin
     * @return the names at this moment
     */
    public List<String> internalNames(String prefix) {
        return names(name -> name.startsWith(prefix));
    }

    private List<String> names(Predicate<String> wanted) {
        return attributes.values().stream()
                .filter(LiveAttribute::isVisible)
                .map(LiveAttribute::name)
                .filter(wanted)
                .toList();
    }

    /**
     * Whether an attribute is hidden from the application.
     *
     * @param name an attribute's name
     * @return true if it is Remora's own
     */
    public static boolean isInternal(String name) {
        return name.startsWith(INTERNAL);
    }

    /**
     * Reads an attribute of Remora's own.
     *
     * @param name its name
     * @return its text; empty if there is none, or none that can be read on this node
     */
    public Optional<String> internalText(String name) {
        try {
            return get(name).filter(String.class::isInstance).map(String.class::cast);
        } catch (UnreadableAttributeException e) {
            LiveLog.attributeUnreadable(name, e);
            return Optional.empty();
        }
    }

    /**
     * Writes an attribute of Remora's own.
     *
     * @param name its name
     * @param text its text
     */
    public void setInternalText(String name, String text) {
        try {
            set(name, text);
        } catch (NotStorableException e) {
            throw new IllegalStateException("A text can always be stored", e);
        }
    }

    /**
     * Writes an attribute.
     *
     * @param name the name
     * @param value the value
     * @return what it was before
     * @throws NotStorableException if it cannot be encoded; the attribute stays as it was
     */
    public FormerValue set(String name, Object value) throws NotStorableException {
        if (name.equals(WELD_LOCKS)) {
            return FormerValue.of(attributes.put(name, LiveAttribute.local(name, value)), encoding);
        }
        LiveAttribute attribute = LiveAttribute.written(name, value, encoded(value), encoding.isMutable(value));
        LiveAttribute former = attributes.put(name, attribute);
        attribute.follows(former);
        if (attribute.isMutable()) {
            requests.touch(attribute);
        }
        unsent.note();
        return FormerValue.of(former, encoding);
    }

    /**
     * Checks whether {@link #set} would accept a value.
     *
     * @param value the value
     * @throws NotStorableException if it cannot be encoded
     */
    public void requireStorable(Object value) throws NotStorableException {
        byte[] unused = encoded(value);
    }

    /**
     * Removes an attribute.
     *
     * @param name the name, known or not
     * @return what it was before
     */
    public FormerValue remove(String name) {
        LiveAttribute removed = LiveAttribute.removed(name);
        LiveAttribute former;
        do {
            former = attributes.get(name);
            if (former == null) {
                return FormerValue.of(null, encoding);
            }
        } while (!(former.isLocal() ? attributes.remove(name, former) : attributes.replace(name, former, removed)));
        removed.follows(former);
        if (!former.isLocal()) {
            unsent.note();
        }
        return FormerValue.of(former, encoding);
    }

    private byte[] encoded(Object value) throws NotStorableException {
        try {
            byte[] bytes = encoding.encode(value);
            encoding.requireRoomFor(value, bytes);
            return bytes;
        } catch (NotStorableException e) {
            encoding.counters().attributeRefused();
            throw e;
        }
    }

    /** An attribute's object as it is now; the object is told before bytes are made of it, and after. */
    Optional<Encoded> encoded(LiveAttribute attribute) throws NotStorableException {
        boolean told = isTold(attribute);
        try {
            return attribute.encoded(encoding);
        } finally {
            bytesMade(attribute, told);
        }
    }

    /** Whether an attribute's object is not what the grid has; it is told as before a commit. */
    boolean isChanged(LiveAttribute attribute) throws NotStorableException {
        boolean told = isTold(attribute);
        try {
            return attribute.isChanged(encoding);
        } finally {
            bytesMade(attribute, told);
        }
    }

    private boolean isTold(LiveAttribute attribute) {
        Object value = attribute.presentValue();
        return value != null && attribute.isMutable() && observer.passivating(session, attribute.name(), value);
    }

    private void bytesMade(LiveAttribute attribute, boolean told) {
        Object value = attribute.presentValue();
        if (told && value != null) {
            observer.activated(session, attribute.name(), value);
        }
    }

    /** This node lets go of the session, which goes on without it. */
    void passivate() {
        for (LiveAttribute attribute : attributes.values()) {
            Object value = attribute.presentValue();
            if (value != null && attribute.isMutable() && attribute.isVisible()) {
                boolean unused = observer.passivating(session, attribute.name(), value);
            }
        }
    }

    /** The attributes by name, among them those that wait to be removed in the grid. */
    ConcurrentHashMap<String, LiveAttribute> map() {
        return attributes;
    }

    ValueEncoding encoding() {
        return encoding;
    }
}
