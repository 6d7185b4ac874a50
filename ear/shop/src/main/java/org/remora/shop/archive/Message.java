package org.remora.shop.archive;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A letter of a customer.
 *
 * @param id unique, and the same when the letter is changed
 * @param customer who wrote it; a letter does not change hands
 * @param subject one line
 * @param text all of it
 * @param written when
 */
public record Message(String id, String customer, String subject, String text, Instant written) {

    /** The longest text; also the size of the database's column. */
    public static final int LONGEST_TEXT = 4_000;

    private static final int LONGEST_LINE = 200;

    /** Checks that the database can take it. */
    public Message {
        require("customer", customer, LONGEST_LINE);
        require("subject", subject, LONGEST_LINE);
        require("text", text, LONGEST_TEXT);
    }

    private static void require(String what, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException("a message has a " + what + " of 1 to " + longest + " characters");
        }
    }

    /** A new letter. */
    public static Message of(String customer, String subject, String text, Instant written) {
        return new Message(
                UUID.randomUUID().toString(), customer, subject, text, written.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The same letter with other words. */
    public Message changed(String otherSubject, String otherText) {
        return new Message(id, customer, otherSubject, otherText, written);
    }

    /** The shard of the index in which the letter's words are. */
    public int shard() {
        return Shards.of(customer);
    }
}
