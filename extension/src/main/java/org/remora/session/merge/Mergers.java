package org.remora.session.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The mergers of one application, in their order. */
public final class Mergers {

    /** For an application that has none. */
    public static final Mergers NONE = new Mergers(List.of());

    private final List<SessionAttributeMerger<?>> mergers;

    /**
     * Makes them of a list.
     *
     * @param mergers the mergers
     */
    public Mergers(List<SessionAttributeMerger<?>> mergers) {
        this.mergers = List.copyOf(mergers);
    }

    /**
     * Those that an application names as services.
     *
     * @param loader the application's class loader
     * @return the mergers
     * @throws java.util.ServiceConfigurationError if one cannot be made
     */
    public static Mergers of(ClassLoader loader) {
        List<SessionAttributeMerger<?>> found = new ArrayList<>();
        ServiceLoader.load(SessionAttributeMerger.class, loader).forEach(found::add);
        return new Mergers(found);
    }

    /**
     * Whether an attribute is to be merged.
     *
     * @param name the attribute's name
     * @param value its value
     * @return whether there is a merger for it
     */
    public boolean isMerged(String name, Object value) {
        return mergers.stream().anyMatch(merger -> isFor(merger, name, value));
    }

    /**
     * Merges two values of an attribute.
     *
     * @param name the attribute's name
     * @param mine the value of this node
     * @param theirs the value of another node
     * @param ancestor what both began with, if that is known
     * @return the merged value, empty if there is no merger for both
     */
    public Optional<Object> merged(String name, Object mine, Object theirs, Optional<Object> ancestor) {
        return mergers.stream()
                .filter(merger -> isFor(merger, name, mine) && merger.type().isInstance(theirs))
                .findFirst()
                .map(merger -> mergedBy(merger, name, mine, theirs, ancestor));
    }

    private static <T> Object mergedBy(
            SessionAttributeMerger<T> merger, String name, Object mine, Object theirs, Optional<Object> ancestor) {
        Class<T> type = merger.type();
        return merger.merge(
                name,
                type.cast(mine),
                type.cast(theirs),
                ancestor.filter(type::isInstance).map(type::cast));
    }

    private static boolean isFor(SessionAttributeMerger<?> merger, String name, Object value) {
        return merger.type().isInstance(value) && merger.isFor(name);
    }
}
