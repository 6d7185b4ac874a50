package org.remora.session.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** What an attribute was before a change; the object is made from its bytes only if somebody asks for it. */
public final class FormerValue {

    private static final FormerValue NONE = new FormerValue(null, null);

    private final @Nullable LiveAttribute attribute;
    private final @Nullable AttributeCodec codec;

    private FormerValue(@Nullable LiveAttribute attribute, @Nullable AttributeCodec codec) {
        this.attribute = attribute;
        this.codec = codec;
    }

    static FormerValue of(@Nullable LiveAttribute attribute, AttributeCodec codec) {
        return attribute == null || !attribute.isVisible() ? NONE : new FormerValue(attribute, codec);
    }

    /**
     * The object.
     *
     * @return the object, empty if there was none, or none that this node could read
     */
    public Optional<Object> get() {
        if (attribute == null || codec == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(attribute.value(codec));
        } catch (UnreadableAttributeException absentOnThisNode) {
            return Optional.empty();
        }
    }
}
