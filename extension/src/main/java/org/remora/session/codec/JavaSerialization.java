package org.remora.session.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.ConcurrentModificationException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Java serialization with an application's class loader, read through a filter (JEP 290). */
final class JavaSerialization {

    // No loader knows them by name.
    private static final Map<String, Class<?>> PRIMITIVES = Stream.of(
                    boolean.class,
                    byte.class,
                    char.class,
                    short.class,
                    int.class,
                    long.class,
                    float.class,
                    double.class,
                    void.class)
            .collect(Collectors.toUnmodifiableMap(Class::getName, type -> type));

    private final ClassLoader loader;
    private final SerialFilter filter;

    JavaSerialization(ClassLoader loader, SerialFilter filter) {
        this.loader = loader;
        this.filter = filter;
    }

    void encode(Object value, EncodedOutput encoded) throws NotStorableException {
        encoded.write(ValueTag.JAVA_SERIALIZATION);
        try (ObjectOutputStream out = new FilteredObjectOutput(encoded)) {
            out.writeObject(value);
        } catch (StackOverflowError e) {
            throw new NotStorableException(
                    "Class " + value.getClass().getName() + " refers to itself or others too deeply", e);
        } catch (ConcurrentModificationException e) {
            throw disturbed(value, e);
        } catch (IOException | RuntimeException | LinkageError | AssertionError e) {
            // A writeObject of the application may throw whatever it likes.
            throw new NotStorableException(NotSerializablePath.describe(value, e), e);
        }
    }

    static NotStorableException disturbed(Object value, ConcurrentModificationException e) {
        return new NotStorableException(
                "Class " + value.getClass().getName() + " was changed by another thread while it was written", e);
    }

    Object decode(byte[] encoded) throws UnreadableAttributeException {
        try (ObjectInputStream in = new ApplicationObjectInput(encoded)) {
            in.setObjectInputFilter(filter.forBytes(encoded.length));
            Object value = in.readObject();
            if (value == null) {
                throw new UnreadableAttributeException("Nothing has been written");
            }
            return value;
        } catch (InvalidClassException e) {
            throw new UnreadableAttributeException("Class changed or refused by the filter: " + e.getMessage(), e);
        } catch (ClassNotFoundException e) {
            throw new UnreadableAttributeException("Class not found: " + e.getMessage(), e);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            // A readObject of the application may throw whatever it likes.
            throw new UnreadableAttributeException(
                    "Cannot be read: " + e.getClass().getName(), e);
        }
    }

    /** Refuses to write what could not be read back. */
    private final class FilteredObjectOutput extends ObjectOutputStream {

        private int objects;

        FilteredObjectOutput(OutputStream bytes) throws IOException {
            super(bytes);
            enableReplaceObject(true);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            if (!filter.accepts(type)) {
                throw new InvalidClassException(type.getName(), "refused by the serial filter");
            }
        }

        /** Called for each object before those that it refers to: the place to look how deep they are nested. */
        @Override
        protected Object replaceObject(Object object) throws IOException {
            objects++;
            if (objects % NestingDepth.OBJECTS_BETWEEN_LOOKS == 0 && NestingDepth.isTooDeep()) {
                throw new InvalidClassException(
                        object.getClass().getName(), "nested deeper than " + NestingDepth.MAX_WRITTEN);
            }
            return object;
        }
    }

    private final class ApplicationObjectInput extends ObjectInputStream {

        ApplicationObjectInput(byte[] encoded) throws IOException {
            super(new ByteArrayInputStream(encoded, 1, encoded.length - 1));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws ClassNotFoundException {
            Class<?> primitive = PRIMITIVES.get(description.getName());
            return primitive == null ? Class.forName(description.getName(), false, loader) : primitive;
        }

        @Override
        protected Class<?> resolveProxyClass(String[] interfaces) throws IOException, ClassNotFoundException {
            Class<?>[] types = new Class<?>[interfaces.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = Class.forName(interfaces[i], false, loader);
            }
            return Proxy.newProxyInstance(loader, types, (proxy, method, arguments) -> {
                        throw new UnsupportedOperationException(method.getName());
                    })
                    .getClass();
        }
    }
}
