package org.remora.management;

/** Something that was looked at. */
public interface FindingRow {

    /**
     * What was looked at.
     *
     * @return one word
     */
    String getCheck();

    /**
     * How it is.
     *
     * @return {@code OK}; {@code HINT} if somebody should know; {@code PROBLEM} if somebody has to do something
     */
    String getLevel();

    /**
     * What was found.
     *
     * @return a sentence
     */
    String getText();

    /**
     * What to do.
     *
     * @return a sentence; empty if nothing has to be done
     */
    String getRemedy();
}
