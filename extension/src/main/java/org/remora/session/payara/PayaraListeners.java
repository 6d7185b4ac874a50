package org.remora.session.payara;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSessionListener;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.EventListener;
import java.util.List;
import java.util.function.UnaryOperator;
import org.remora.session.servlet.ContainerListeners;

/**
 * The listeners as Catalina holds them for an application.
 *
 * <p>Catalina keeps session listeners in one list, and those of attributes and ids among the others in a second one,
 * each in the order of registration. Where Payara calls a listener without a request, it announces this by an event of
 * the container, upon which the application's naming environment is set up; the same is done here.
 */
public final class PayaraListeners implements ContainerListeners {

    private static final String CORE = "org.apache.catalina.core.";

    private final CatalinaRequest requests = new CatalinaRequest();
    private final UnannouncedFilters unannounced = new UnannouncedFilters();
    private final Object catalina;
    private final ClassLoader loader;
    private final MethodHandle sessionListeners;
    private final MethodHandle eventListeners;
    private final ServletContext context;
    private final MethodHandle before;
    private final MethodHandle after;

    /**
     * Finds the application's container.
     *
     * @param context the application, as its {@code ServletContainerInitializer}s get it
     * @throws IllegalStateException if the server's web container is not the one this was written for
     */
    public PayaraListeners(ServletContext context) {
        this.context = context;
        loader = context.getClassLoader();
        try {
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            Class<?> standard =
                    Class.forName(CORE + "StandardContext", false, getClass().getClassLoader());
            catalina = standardContext(context, standard);
            sessionListeners = bound(lookup, standard, "getSessionListeners", MethodType.methodType(List.class));
            eventListeners = bound(lookup, standard, "getApplicationEventListeners", MethodType.methodType(List.class));
            MethodHandle fire = bound(
                    lookup,
                    standard,
                    "fireContainerEvent",
                    MethodType.methodType(void.class, String.class, Object.class));
            before = event(fire, "beforeSessionDestroyed");
            after = event(fire, "afterSessionDestroyed");
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalStateException(
                    "This server's web container is not one that this version of Remora knows; install the version that"
                            + " belongs to the server",
                    e);
        }
    }

    private static Object standardContext(ServletContext context, Class<?> standard)
            throws ReflectiveOperationException {
        Class<?> inner = Class.forName(CORE + "ApplicationContext", false, standard.getClassLoader());
        MethodHandle ofFacade = MethodHandles.privateLookupIn(context.getClass(), MethodHandles.lookup())
                .findGetter(context.getClass(), "context", inner);
        MethodHandle ofInner = MethodHandles.privateLookupIn(inner, MethodHandles.lookup())
                .findVirtual(inner, "getStandardContext", MethodType.methodType(standard));
        return invoke(MethodHandles.filterReturnValue(ofFacade, ofInner)
                .bindTo(context)
                .asType(MethodType.methodType(Object.class)));
    }

    private MethodHandle bound(MethodHandles.Lookup lookup, Class<?> type, String name, MethodType form)
            throws ReflectiveOperationException {
        return lookup.findVirtual(type, name, form).bindTo(catalina);
    }

    @Override
    public List<HttpSessionListener> sessionListeners() {
        return all(HttpSessionListener.class, sessionListeners);
    }

    @Override
    public List<EventListener> eventListeners() {
        return all(EventListener.class, eventListeners);
    }

    @Override
    public Runnable replaceRequestListeners(UnaryOperator<ServletRequestListener> replacement) {
        return new ReplacedListeners(invoke(eventListeners.asType(MethodType.methodType(Object.class))))
                .replaced(replacement);
    }

    @Override
    public HttpServletResponse response(HttpServletRequest request) {
        return requests.response(requests.of(request));
    }

    @Override
    public void inApplication(Runnable work) {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        Object unused = invoke(before);
        try {
            work.run();
        } finally {
            unused = invoke(after);
            thread.setContextClassLoader(former);
        }
    }

    @Override
    public void withoutEnvironment(Filter filter) {
        unannounced.add(context, filter);
    }

    private static MethodHandle event(MethodHandle fire, String name) {
        return MethodHandles.insertArguments(fire, 0, name, null).asType(MethodType.methodType(Object.class));
    }

    private static <T> List<T> all(Class<T> type, MethodHandle getter) {
        Object found = invoke(getter.asType(MethodType.methodType(Object.class)));
        return ((List<?>) found).stream().map(type::cast).toList();
    }

    private static Object invoke(MethodHandle handle) {
        try {
            return handle.invokeExact();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("Catalina's accessors declare no exceptions", e);
        }
    }
}
