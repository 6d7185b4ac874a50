package org.remora.session.payara;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import java.lang.invoke.VarHandle;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Filters that Payara calls without making them the thread's component before and ending that afterwards, with its
 * user, its transaction and its names, as it does for each filter and servlet.
 *
 * <p>For a filter that only passes requests on, that is most of what it costs: some 5 % of a small request. What comes
 * next in the chain is announced as ever, so that the first component of a request is the application's own first
 * filter or servlet, as without this filter.
 *
 * <p>Catalina has a listener for such events at each servlet's wrapper; a wrapper that comes later, for a JSP,
 * announces the filter.
 */
final class UnannouncedFilters {

    private static final String CATALINA = "org.apache.catalina.";
    private static final String ANNOUNCER = "com.sun.web.server.J2EEInstanceListener";
    private static final String HEARS = "instanceEvent";

    private final Class<?> listenerType = ServerMethod.type(CATALINA + "InstanceListener");
    private final Class<?> eventType = ServerMethod.type(CATALINA + "InstanceEvent");
    private final Class<?> announcerType = ServerMethod.type(ANNOUNCER);
    private final Function<Object, @Nullable Object> filterOf = ServerCall.getter(eventType, "getFilter");
    private final BiConsumer<Object, Object> tell = ServerCall.caller(listenerType, HEARS, eventType);
    private final VarHandle listeners = CatalinaContext.field(
            ServerMethod.type(CATALINA + "util.InstanceSupport"), "listeners", listenerType.arrayType());
    private final ServerMethod supportOf =
            ServerMethod.of(CatalinaContext.core("StandardWrapper"), "getInstanceSupport");
    private final ServerMethod wrappersOf = ServerMethod.of(CatalinaContext.core("ContainerBase"), "findChildren");

    /**
     * Has a filter called that way. To be called while it is being initialized, before there are requests.
     *
     * @throws IllegalStateException if nobody announces filters, so that the server does that otherwise
     */
    void add(ServletContext context, Filter filter) {
        Object wrappers = wrappersOf.value(CatalinaContext.of(context));
        boolean found = false;
        for (int i = 0; i < Array.getLength(wrappers); i++) {
            Object support = supportOf.value(Array.get(wrappers, i));
            Object[] present = (Object[]) listeners.get(support);
            listeners.setVolatile(support, without(filter, present));
            found |= Arrays.stream(present).anyMatch(announcerType::isInstance);
        }
        if (!found) {
            throw new IllegalStateException("This server does not announce filters by " + ANNOUNCER
                    + "; install the version of Remora that belongs to the server");
        }
    }

    private Object without(Filter filter, Object[] present) {
        Object replaced = Array.newInstance(listenerType, present.length);
        for (int i = 0; i < present.length; i++) {
            Object listener = present[i];
            Array.set(replaced, i, announcerType.isInstance(listener) ? silent(filter, listener) : listener);
        }
        return replaced;
    }

    private Object silent(Filter filter, Object announcer) {
        return ServerCall.listener(listenerType, HEARS, eventType, event -> {
            if (filterOf.apply(event) != filter) {
                tell.accept(announcer, event);
            }
        });
    }
}
