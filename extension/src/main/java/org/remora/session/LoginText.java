package org.remora.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a {@link Login} rests in a session: bytes in a form of its own, each shown as one character.
 *
 * <p>They are a version, the kind of principal, the authentication type, the user's name, the number of groups and
 * their names. Nothing in it is an object that somebody would have to deserialize.
 */
public final class LoginText {

    /** The name of the attribute in which a session keeps its login; hidden from the application. */
    public static final String ATTRIBUTE = "org.remora.login";

    private static final byte VERSION = 1;

    private LoginText() {}

    /**
     * Writes a login.
     *
     * @param login the login
     * @return its text
     */
    public static String of(Login login) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeByte(login.type() == Login.CallerType.CONTAINER ? 0 : 1);
            out.writeUTF(login.authType());
            out.writeUTF(login.caller());
            out.writeInt(login.groups().size());
            for (String group : login.groups()) {
                out.writeUTF(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A name of a user or group is too long to be kept in a session", e);
        }
        return bytes.toString(ISO_8859_1);
    }

    /**
     * Reads a login.
     *
     * @param text what {@link #of} returned, on this or another node
     * @return the login; empty if a later version wrote it in a form unknown here, or it is damaged
     */
    public static Optional<Login> parse(String text) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(text.getBytes(ISO_8859_1)))) {
            if (in.readByte() != VERSION) {
                return Optional.empty();
            }
            Login.CallerType type = in.readByte() == 0 ? Login.CallerType.CONTAINER : Login.CallerType.CALLER_PRINCIPAL;
            String authType = in.readUTF();
            String caller = in.readUTF();
            return Optional.of(new Login(caller, type, authType, groups(in)));
        } catch (IOException damaged) {
            return Optional.empty();
        }
    }

    private static List<String> groups(DataInputStream in) throws IOException {
        int count = in.readInt();
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            groups.add(in.readUTF());
        }
        return groups;
    }
}
