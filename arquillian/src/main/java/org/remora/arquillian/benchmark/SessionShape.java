package org.remora.arquillian.benchmark;

/** What a session holds when it is created. */
enum SessionShape {
    /** One attribute of one kilobyte. */
    KB_1(1, false),

    /** Ten attributes of one kilobyte each. */
    KB_10(10, false),

    /** Nine such attributes and an object of about one kilobyte. */
    KB_10_WITH_BASKET(9, true),

    /** A hundred attributes of one kilobyte each. */
    KB_100(100, false);

    private final int attributes;
    private final boolean basket;

    SessionShape(int attributes, boolean basket) {
        this.attributes = attributes;
        this.basket = basket;
    }

    /** The path that creates such a session for the user with this tag, and is answered with the tag. */
    String creationPath(String tag) {
        return "/fill?attributes=" + attributes + (basket ? "&basket=yes" : "") + "&tag=" + tag;
    }
}
