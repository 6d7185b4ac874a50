package org.remora.shop.archive;

import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters that nobody wrote, to have something to look for. */
public final class SampleLetters {

    private static final List<String> CUSTOMERS = words("""
            anna bo carla dmitri eve femi greta hugo ines jonas kaya lena milo nora omar pia quentin rosa sami tove uma\
             viktor wanda xenia yusuf zoe""");

    private static final List<String> WORDS = words("""
            anchor arrived bell binoculars boat broken brass buoy cabin chart clear coast compass crew deck dinghy dock\
             evening fair fog found friend gale harbour hourglass hull island kite knot lantern lifebuoy light lost mast\
             missing morning mug night north oar ocean parcel pier please quay rain reef repair replace return rope rudder\
             rusty sail salt send shore signal small south squall storm sturdy sun thanks tide torn voyage wave west\
             wind wonderful wrong""");

    private static final int SUBJECT_WORDS = 3;
    private static final int LONGEST_TEXT = 60;

    private SampleLetters() {}

    private static List<String> words(String text) {
        return List.of(text.split(" ", -1));
    }

    /**
     * Writes letters, all on one day.
     *
     * @param count how many
     * @param now when the last of them was written
     * @param random what decides about their words
     */
    public static List<Message> write(int count, Instant now, RandomGenerator random) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Message.of(
                        one(CUSTOMERS, random),
                        some(SUBJECT_WORDS, random),
                        some(1 + random.nextInt(LONGEST_TEXT), random),
                        now.minusMillis(count - number)))
                .toList();
    }

    private static String some(int count, RandomGenerator random) {
        return IntStream.range(0, count).mapToObj(word -> one(WORDS, random)).collect(Collectors.joining(" "));
    }

    private static String one(List<String> words, RandomGenerator random) {
        return words.get(random.nextInt(words.size()));
    }
}
