package org.remora.shop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WishListTest {

    private static final Product KITE = new Product("kite", "Kite", "Flies.", new Price(1));
    private static final Product BOAT = new Product("boat", "Boat", "Floats.", new Price(2));

    @Test
    void with_productAlreadyWished_keepsItOnce() {
        assertThat(WishList.EMPTY.with(KITE).with(BOAT).with(KITE).productIds()).containsExactly("kite", "boat");
    }

    @Test
    void without_oneOfTwo_leavesTheOtherAndTheOriginalAsItWas() {
        WishList both = WishList.EMPTY.with(KITE).with(BOAT);

        assertThat(both.without(KITE).productIds()).containsExactly("boat");
        assertThat(both.productIds()).containsExactly("kite", "boat");
    }
}
