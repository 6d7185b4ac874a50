package org.remora.session.seal;

import java.util.Optional;
import java.util.function.Function;
import org.remora.session.Login;
import org.remora.session.LoginReader;
import org.remora.session.LoginText;
import org.remora.session.SessionKey;
import org.remora.session.SessionRecord;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** Reads attributes of records as they rest in the grid, for administrators. */
public final class RecordReader implements LoginReader {

    private final Optional<Seal> seal;
    private final Function<String, AttributeCodec> codecs;

    /**
     * The reader of a node.
     *
     * @param seal the cluster's, if attributes are sealed
     * @param codecs the codec of an application that runs here, by its name; for others one that can read texts
     */
    public RecordReader(Optional<Seal> seal, Function<String, AttributeCodec> codecs) {
        this.seal = seal;
        this.codecs = codecs;
    }

    @Override
    public String login(SessionKey key, SessionRecord stored) {
        Optional<byte[]> bytes = stored.attributes().find(LoginText.ATTRIBUTE);
        try {
            return bytes.isEmpty()
                    ? ""
                    : LoginText.parse(String.valueOf(value(key, stored, LoginText.ATTRIBUTE, bytes.get())))
                            .map(Login::caller)
                            .orElse("");
        } catch (UnreadableAttributeException notHere) {
            return "";
        }
    }

    /**
     * Reads an attribute.
     *
     * @param key the record's key
     * @param stored the record
     * @param name the attribute's name
     * @param bytes as they rest
     * @return the value
     * @throws UnreadableAttributeException if that is not possible on this node
     */
    public Object value(SessionKey key, SessionRecord stored, String name, byte[] bytes)
            throws UnreadableAttributeException {
        byte[] opened = seal.map(all -> all.of(key).open(name, bytes)).orElse(bytes);
        return codecs.apply(stored.application()).decode(opened);
    }
}
