package org.remora.shop;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An amount of money in euro cents.
 *
 * @param cents not negative
 */
public record Price(long cents) {

    private static final Pattern AS_WRITTEN = Pattern.compile("[0-9]{1,6}(\\.[0-9]{2})?");

    /** Checks that the amount is not negative. */
    public Price {
        if (cents < 0) {
            throw new IllegalArgumentException("a price is not negative: " + cents + " cents");
        }
    }

    /** Reads what people write, such as {@code 24.90} or {@code 25}; empty if it is no price of the shop. */
    public static Optional<Price> parse(String text) {
        return AS_WRITTEN.matcher(text).matches()
                ? Optional.of(new Price(new BigDecimal(text).movePointRight(2).longValueExact()))
                : Optional.empty();
    }

    /** This price together with another one. */
    public Price plus(Price other) {
        return new Price(Math.addExact(cents, other.cents));
    }

    /** This price so many times. */
    public Price times(int quantity) {
        return new Price(Math.multiplyExact(cents, quantity));
    }

    /** The price as people write it, such as {@code 24.90}. */
    public String written() {
        return "%d.%02d".formatted(cents / 100, cents % 100);
    }

    /** The price as people read it, such as {@code € 24.90}. */
    @Override
    public String toString() {
        return "€\u00A0" + written();
    }
}
