package org.remora.session.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;

/** A codec as an application may bring one: its own classes as JSON. */
public final class JsonbCodec implements AttributeCodec {

    private final Jsonb json = JsonbBuilder.create();

    /** Made as a service. */
    public JsonbCodec() {}

    @Override
    public String name() {
        return "json";
    }

    @Override
    public boolean accepts(Object value) {
        return value instanceof Article;
    }

    @Override
    public byte[] encode(Object value) {
        return json.toJson(value).getBytes(UTF_8);
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        try {
            return json.fromJson(new String(bytes, UTF_8), Article.class);
        } catch (JsonbException e) {
            throw new UnreadableAttributeException("No JSON of an article", e);
        }
    }
}
