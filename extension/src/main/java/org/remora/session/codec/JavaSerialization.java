package org.remora.session.codec;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.lang.reflect.Proxy;

/** Java serialization with an application's class loader, read through a filter (JEP 290). */
final class JavaSerialization {

    private static final int USUAL_SIZE = 512;

    private final ClassLoader loader;
    private final SerialFilter filter;

    JavaSerialization(ClassLoader loader, SerialFilter filter) {
        this.loader = loader;
        this.filter = filter;
    }

    byte[] encode(Object value) throws NotStorableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        bytes.write(ValueTag.JAVA_SERIALIZATION);
        try (ObjectOutputStream out = new FilteredObjectOutput(bytes)) {
            out.writeObject(value);
        } catch (StackOverflowError e) {
            throw new NotStorableException(
                    "Class " + value.getClass().getName() + " refers to itself or others too deeply", e);
        } catch (IOException | RuntimeException e) {
            // A writeObject of the application may throw whatever it likes.
            throw new NotStorableException(NotSerializablePath.describe(value, e), e);
        }
        return bytes.toByteArray();
    }

    Object decode(byte[] encoded) throws UnreadableAttributeException {
        try (ObjectInputStream in = new ApplicationObjectInput(encoded)) {
            in.setObjectInputFilter(filter);
            return in.readObject();
        } catch (InvalidClassException e) {
            throw new UnreadableAttributeException("Class changed or refused by the filter: " + e.getMessage(), e);
        } catch (ClassNotFoundException e) {
            throw new UnreadableAttributeException("Class not found: " + e.getMessage(), e);
        } catch (IOException | RuntimeException | LinkageError | StackOverflowError e) {
            // A readObject of the application may throw whatever it likes.
            throw new UnreadableAttributeException(
                    "Cannot be read: " + e.getClass().getName(), e);
        }
    }

    /** Refuses to write what could not be read back. */
    private final class FilteredObjectOutput extends ObjectOutputStream {

        FilteredObjectOutput(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
        }

        @Override
        protected void annotateClass(Class<?> type) throws IOException {
            if (!filter.accepts(type)) {
                throw new InvalidClassException(type.getName(), "refused by the serial filter");
            }
        }
    }

    private final class ApplicationObjectInput extends ObjectInputStream {

        ApplicationObjectInput(byte[] encoded) throws IOException {
            super(new ByteArrayInputStream(encoded, 1, encoded.length - 1));
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
            try {
                return Class.forName(description.getName(), false, loader);
            } catch (ClassNotFoundException e) {
                return super.resolveClass(description); // primitive types have no name that a loader knows
            }
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
