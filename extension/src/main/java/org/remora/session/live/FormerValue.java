package org.remora.session.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.codec.UnreadableAttributeException;

/** What an attribute was before a change; the object is made from its bytes only if somebody asks for it. */
public final class FormerValue {

    private static final FormerValue NONE = new FormerValue(null, null);

    private final @Nullable LiveAttribute attribute;
    private final @Nullable ValueEncoding encoding;

    private FormerValue(@Nullable LiveAttribute attribute, @Nullable ValueEncoding encoding) {
        this.attribute = attribute;
        this.encoding = encoding;
    }

    static FormerValue of(@Nullable LiveAttribute attribute, ValueEncoding encoding) {
        return attribute == null || !attribute.isVisible() ? NONE : new FormerValue(attribute, encoding);
    }

    /**
     * The object.
     *
     * @return the object, empty if there was none, or none that this node could read
     */
    public Optional<Object> get() {
        if (attribute == null || encoding == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(attribute.value(encoding));
        } catch (UnreadableAttributeException absentOnThisNode) {
            return Optional.empty();
        }
    }
}
