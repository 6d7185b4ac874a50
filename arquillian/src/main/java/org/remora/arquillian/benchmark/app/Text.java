package org.remora.arquillian.benchmark.app;

/** Texts of a fixed length that begin with a word: {@code word|xxxx}. */
final class Text {

    private static final String FILLER = "x".repeat(1024);
    private static final char END_OF_WORD = '|';

    private Text() {}

    static String padded(String word, int characters) {
        return new StringBuilder(characters)
                .append(word)
                .append(END_OF_WORD)
                .append(FILLER, 0, characters - word.length() - 1)
                .toString();
    }

    static String word(String padded) {
        return padded.substring(0, padded.indexOf(END_OF_WORD));
    }
}
