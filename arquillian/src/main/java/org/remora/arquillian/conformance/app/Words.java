package org.remora.arquillian.conformance.app;

import java.util.List;

/**
 * A step as it was written: words with blanks between them.
 *
 * @param all the words; the first is the step's name
 */
record Words(List<String> all) {

    Words {
        all = List.copyOf(all);
    }

    static Words of(String text) {
        return new Words(List.of(text.split(" ", -1)));
    }

    String name() {
        return all.get(0);
    }

    String first() {
        return all.get(1);
    }

    String second() {
        return all.get(2);
    }

    int number() {
        return Integer.parseInt(first());
    }
}
