package org.remora.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CartTest {

    private static final Product ROPE = new Product("rope", "Rope", "Holds.", new Price(100));
    private static final Product MUG = new Product("mug", "Mug", "Is full.", new Price(250));

    private final Cart cart = new Cart();

    @Test
    void add_twice_countsAndKeepsTheOrder() {
        cart.add(ROPE);
        cart.add(MUG);
        cart.add(ROPE);

        assertThat(cart.quantities()).containsExactly(entry("rope", 2), entry("mug", 1));
    }

    @Test
    void add_beyondTheMost_staysAtTheMost() {
        IntStream.rangeClosed(0, Cart.MOST_OF_ONE).forEach(piece -> cart.add(ROPE));

        assertThat(cart.quantities()).containsEntry("rope", Cart.MOST_OF_ONE);
    }

    @Test
    void takeOne_lastPiece_removesTheProduct() {
        cart.add(ROPE);
        cart.add(ROPE);

        cart.takeOne(ROPE);
        assertThat(cart.quantities()).containsEntry("rope", 1);

        cart.takeOne(ROPE);
        assertThat(cart.quantities()).isEmpty();
    }

    @Test
    void takeOneAndRemove_absentProduct_changeNothing() {
        cart.add(MUG);

        cart.takeOne(ROPE);
        cart.remove(ROPE);

        assertThat(cart.quantities()).containsOnlyKeys("mug");
    }

    @Test
    void add_byParallelRequests_losesNoPiece() {
        IntStream.range(0, Cart.MOST_OF_ONE).parallel().forEach(piece -> cart.add(ROPE));

        assertThat(cart.quantities()).containsEntry("rope", Cart.MOST_OF_ONE);
    }

    @Test
    void serialization_betweenServers_keepsContentAndOrder() throws IOException, ClassNotFoundException {
        cart.add(ROPE);
        cart.add(MUG);
        cart.add(MUG);

        assertThat(copied(cart).quantities().toString()).isEqualTo("{rope=1, mug=2}");
    }

    private static Cart copied(Cart original) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Cart) in.readObject();
        }
    }
}
