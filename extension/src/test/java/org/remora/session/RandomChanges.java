package org.remora.session;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Changes as applications make them: few names, now and then a removal, seldom many at once. */
final class RandomChanges {

    private static final int NAMES = 40;

    private RandomChanges() {}

    static List<AttributeChange> next(Random random) {
        int count = random.nextInt(10) == 0 ? random.nextInt(NAMES) : random.nextInt(4);
        return IntStream.range(0, count)
                .map(i -> random.nextInt(NAMES))
                .distinct()
                .mapToObj(i -> change("name" + i, random))
                .toList();
    }

    private static AttributeChange change(String name, Random random) {
        return random.nextBoolean()
                ? SessionSamples.set(name, Integer.toString(random.nextInt()))
                : SessionSamples.removed(name);
    }
}
