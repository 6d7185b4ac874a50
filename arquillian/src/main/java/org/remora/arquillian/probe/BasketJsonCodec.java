package org.remora.arquillian.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.remora.session.codec.AttributeCodec;
import org.remora.session.codec.UnreadableAttributeException;

/** Stores baskets as JSON; a service of one of the applications only. */
public final class BasketJsonCodec implements AttributeCodec {

    /** What is written of a basket. */
    public static final class Form {

        /** The owner's name. */
        public String owner = "";

        /** What is in the basket. */
        public List<String> items = List.of();

        /** Made by JSON-B. */
        public Form() {}
    }

    private static final AtomicInteger DECODED = new AtomicInteger();

    private final Jsonb json = JsonbBuilder.create();

    /** Made as a service. */
    public BasketJsonCodec() {}

    /** Returns how many baskets were made of JSON on this node. */
    static int decoded() {
        return DECODED.get();
    }

    @Override
    public String name() {
        return "basket-json";
    }

    @Override
    public boolean accepts(Object value) {
        return value instanceof Basket;
    }

    @Override
    public byte[] encode(Object value) {
        Basket basket = (Basket) value;
        Form form = new Form();
        form.owner = basket.owner();
        form.items = basket.items();
        return json.toJson(form).getBytes(UTF_8);
    }

    @Override
    public Object decode(byte[] bytes) throws UnreadableAttributeException {
        try {
            Form form = json.fromJson(new String(bytes, UTF_8), Form.class);
            Basket basket = new Basket(new Customer(form.owner));
            basket.addMissing(form.items);
            DECODED.incrementAndGet();
            return basket;
        } catch (JsonbException e) {
            throw new UnreadableAttributeException("No JSON of a basket", e);
        }
    }
}
