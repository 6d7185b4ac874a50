package org.remora.session.payara;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import org.jspecify.annotations.Nullable;

/**
 * A method or constructor of the server that no repository offers for compiling against.
 *
 * <p>Found when the first application is deployed, so that a server of another version is noticed then.
 */
public final class ServerMethod {

    private static final MethodType FORM = MethodType.methodType(Object.class, Object[].class);

    private final MethodHandle handle;

    private ServerMethod(MethodHandle handle) {
        this.handle = handle.asFixedArity() // the last of variable arguments is given as the array that it is
                .asSpreader(Object[].class, handle.type().parameterCount())
                .asType(FORM);
    }

    /**
     * A class of the server.
     *
     * @param name its name
     * @return the class
     * @throws IllegalStateException if the server has none of that name
     */
    public static Class<?> type(String name) {
        try {
            return Class.forName(name, false, ServerMethod.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw unknown(name, e);
        }
    }

    /**
     * A method of an object, or of a class if it is static.
     *
     * @param owner declares it
     * @param name its name
     * @param parameters their types
     * @return the method
     * @throws IllegalStateException if the class has no such method
     */
    public static ServerMethod of(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return new ServerMethod(MethodHandles.publicLookup().unreflect(owner.getMethod(name, parameters)));
        } catch (ReflectiveOperationException e) {
            throw unknown(owner.getName() + '.' + name, e);
        }
    }

    /** A method of an object that is not public. */
    static ServerMethod hidden(Class<?> owner, String name, Class<?>... parameters) {
        try {
            return new ServerMethod(MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
                    .unreflect(owner.getDeclaredMethod(name, parameters)));
        } catch (ReflectiveOperationException e) {
            throw unknown(owner.getName() + '.' + name, e);
        }
    }

    /** A constructor. */
    static ServerMethod constructor(Class<?> owner, Class<?>... parameters) {
        try {
            return new ServerMethod(
                    MethodHandles.publicLookup().unreflectConstructor(owner.getConstructor(parameters)));
        } catch (ReflectiveOperationException e) {
            throw unknown(owner.getName(), e);
        }
    }

    /** What is said of a server whose internals are others. */
    static IllegalStateException unknown(String what, Throwable cause) {
        return new IllegalStateException(
                "This server is not one that this version of Remora knows, for it lacks " + what
                        + "; install the version of Remora that belongs to the server",
                cause);
    }

    /**
     * Calls a method that always has a result.
     *
     * @param all the object, if it is a method, and the arguments
     * @return its result
     */
    public Object value(@Nullable Object... all) {
        Object result = call(all);
        if (result == null) {
            throw new IllegalStateException("The container has nothing to say any more: the request is over");
        }
        return result;
    }

    /**
     * Calls the method.
     *
     * @param all the object, if it is a method, and the arguments
     * @return its result, null if it has none
     */
    public @Nullable Object call(@Nullable Object... all) {
        try {
            return (Object) handle.invokeExact(all);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("The server's methods called here declare no exceptions", e);
        }
    }
}
