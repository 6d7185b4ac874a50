package org.remora.session.payara;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Methods of the server that requests call, as objects that the virtual machine compiles like code that names them.
 *
 * <p>A {@link ServerMethod} does for what is rare: its handle is called as whatever it happens to be. As there, a
 * server of another version is noticed when the first application is deployed.
 */
final class ServerCall {

    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private ServerCall() {}

    /** What a method without parameters returns. */
    @SuppressWarnings("unchecked") // as the factory is asked for
    static Function<Object, @Nullable Object> getter(Class<?> owner, String name) {
        MethodHandle method = method(owner, name);
        return (Function<Object, @Nullable Object>) made(
                Function.class,
                "apply",
                MethodType.methodType(Object.class, Object.class),
                method,
                MethodType.methodType(method.type().returnType(), owner));
    }

    /** A call of a method with one parameter that returns nothing. */
    @SuppressWarnings("unchecked") // as the factory is asked for
    static BiConsumer<Object, Object> caller(Class<?> owner, String name, Class<?> parameter) {
        return (BiConsumer<Object, Object>) made(
                BiConsumer.class,
                "accept",
                MethodType.methodType(void.class, Object.class, Object.class),
                method(owner, name, parameter),
                MethodType.methodType(void.class, owner, parameter));
    }

    /**
     * An object of a server's interface with one method, which has one parameter and returns nothing.
     *
     * @param target is called with the argument
     */
    static Object listener(Class<?> type, String name, Class<?> parameter, Consumer<Object> target) {
        MethodType form = MethodType.methodType(void.class, parameter);
        try {
            MethodHandle accept =
                    LOOKUP.findVirtual(Consumer.class, "accept", MethodType.methodType(void.class, Object.class));
            return LambdaMetafactory.metafactory(
                            LOOKUP, name, MethodType.methodType(type, Consumer.class), form, accept, form)
                    .getTarget()
                    .invoke(target);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw ServerMethod.unknown(type.getName() + '.' + name, e);
        }
    }

    private static MethodHandle method(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return LOOKUP.unreflect(owner.getMethod(name, parameters));
        } catch (ReflectiveOperationException e) {
            throw ServerMethod.unknown(owner.getName() + '.' + name, e);
        }
    }

    private static Object made(
            Class<?> function, String name, MethodType form, MethodHandle method, MethodType exactForm) {
        try {
            return LambdaMetafactory.metafactory(LOOKUP, name, MethodType.methodType(function), form, method, exactForm)
                    .getTarget()
                    .invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw ServerMethod.unknown(method.toString(), e);
        }
    }
}
