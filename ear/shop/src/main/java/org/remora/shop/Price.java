package org.remora.shop;

/**
 * An amount of money in euro cents.
 *
 * @param cents not negative
 */
public record Price(long cents) {

    /** Checks that the amount is not negative. */
    public Price {
        if (cents < 0) {
            throw new IllegalArgumentException("a price is not negative: " + cents + " cents");
        }
    }

    /** This price together with another one. */
    public Price plus(Price other) {
        return new Price(Math.addExact(cents, other.cents));
    }

    /** This price so many times. */
    public Price times(int quantity) {
        return new Price(Math.multiplyExact(cents, quantity));
    }

    /** The price as people read it, such as {@code € 24.90}. */
    @Override
    public String toString() {
        return "€\u00A0%d.%02d".formatted(cents / 100, cents % 100);
    }
}
