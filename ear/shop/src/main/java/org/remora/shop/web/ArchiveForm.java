package org.remora.shop.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Objects;
import org.remora.shop.archive.Message;
import org.remora.shop.archive.Question;

/**
 * The fields of the archive's forms: {@code words} and {@code customer} to search by; {@code do}, {@code id},
 * {@code customer}, {@code subject}, {@code text} and {@code count} to write.
 */
record ArchiveForm(HttpServletRequest request) {

    private static final int LONGEST_QUESTION = 200;

    Question question() {
        return new Question(beginning(field("words")), beginning(field("customer")));
    }

    String action() {
        return field("do");
    }

    String id() {
        return field("id");
    }

    /** How many letters are wanted; none if that is no number, or too great a one. */
    int count(int most) {
        String count = field("count");
        int wanted = count.matches("[0-9]{1,6}") ? Integer.parseInt(count) : 0;
        return wanted <= most ? wanted : 0;
    }

    /**
     * The new letter.
     *
     * @throws IllegalArgumentException if something is missing or too long
     */
    Message written(Instant now) {
        return Message.of(field("customer"), field("subject"), field("text"), now);
    }

    /**
     * The letter as it is to be now.
     *
     * @throws IllegalArgumentException if something is missing or too long
     */
    Message changed(Message before) {
        return before.changed(field("subject"), field("text"));
    }

    private String field(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "").strip();
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(LONGEST_QUESTION, text.length()));
    }
}
