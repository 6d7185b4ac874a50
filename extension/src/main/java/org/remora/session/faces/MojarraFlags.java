package org.remora.session.faces;

import jakarta.faces.context.FacesContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Mojarra tells its own flash through the attributes of a request. */
final class MojarraFlags {

    private static final String LAST_ACTIONS = "com.sun.faces.context.flash.ACT_AS_DO_LAST_PHASE_ACTIONS";
    private static final String KEEP = "KeepFlagAttributeName";

    private MojarraFlags() {}

    /** Whether the response is a redirect; null if this is not the end of the request. */
    static @Nullable Boolean lastActionsOfRedirect(FacesContext faces) {
        return (Boolean) faces.getAttributes().get(LAST_ACTIONS);
    }

    /** Whether the expression {@code #{flash.keep.…}} is being evaluated; it is no longer after this. */
    static boolean takeKeep(FacesContext faces) {
        Map<Object, Object> attributes = faces.getAttributes();
        return attributes
                .keySet()
                .removeIf(key -> key instanceof Enum<?> flag && flag.name().equals(KEEP));
    }
}
