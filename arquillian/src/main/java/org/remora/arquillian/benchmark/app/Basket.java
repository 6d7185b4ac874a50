package org.remora.arquillian.benchmark.app;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** An object of about one kilobyte that requests change in place, without telling the session. */
final class Basket implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int LINES = 10;
    private static final int LINE_CHARACTERS = 100;

    private final List<String> lines = new ArrayList<>();
    private long changes;

    Basket() {
        for (int i = 0; i < LINES; i++) {
            lines.add(Text.padded("line" + i, LINE_CHARACTERS));
        }
    }

    long change() {
        return ++changes;
    }

    int size() {
        return lines.size();
    }
}
