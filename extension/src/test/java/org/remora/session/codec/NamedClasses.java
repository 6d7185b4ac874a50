package org.remora.session.codec;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Makes empty classes of any name, to stand for those of libraries that are not here. */
final class NamedClasses extends ClassLoader {

    private static final int CLASS_FILE = 0xCAFEBABE;
    private static final int JAVA_8 = 52;
    private static final int PUBLIC_WITH_SUPER = 0x21;

    /** A class without fields and methods. */
    Class<?> make(String name) {
        try {
            byte[] bytes = classFile(name.replace('.', '/'));
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] classFile(String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(CLASS_FILE);
        out.writeInt(JAVA_8);
        out.writeShort(5);
        writeClassConstant(out, name, 2);
        writeClassConstant(out, "java/lang/Object", 4);
        out.writeShort(PUBLIC_WITH_SUPER);
        out.writeShort(1);
        out.writeShort(3);
        out.writeLong(0); // no interfaces, fields, methods and attributes
        return bytes.toByteArray();
    }

    private static void writeClassConstant(DataOutputStream out, String name, int nameIndex) throws IOException {
        out.writeByte(7);
        out.writeShort(nameIndex);
        out.writeByte(1);
        out.writeUTF(name);
    }
}
