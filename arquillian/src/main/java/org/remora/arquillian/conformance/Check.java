package org.remora.arquillian.conformance;

import java.util.EnumSet;
import java.util.Set;

/**
 * A sentence of a specification, and how a server is held to it.
 *
 * @param id names the check in results; its part behind the first dot is the section or the class of the specification
 * @param sentence what must be so, in own words
 * @param columns where it is run; a sentence about migration of sessions means nothing without a cluster
 * @param scenario what a client does to see it
 */
public record Check(String id, String sentence, Set<Column> columns, Scenario scenario) {

    /** Copies the columns. */
    public Check {
        columns = Set.copyOf(columns);
    }

    /** A client program. */
    @FunctionalInterface
    public interface Scenario {
        /**
         * Runs it.
         *
         * @param client a client without cookies
         * @throws AssertionError if the server behaves otherwise
         * @throws Exception if it does not answer as expected at all, which counts as a failure as well
         */
        void run(Client client) throws Exception;
    }

    /** Returns a check that is run everywhere. */
    public static Check check(String id, String sentence, Scenario scenario) {
        return new Check(id, sentence, EnumSet.allOf(Column.class), scenario);
    }

    /** Returns the same check, run in these columns only. */
    public Check onlyIn(Column first, Column... more) {
        return new Check(id, sentence, EnumSet.of(first, more), scenario);
    }

    @Override
    public String toString() {
        return id + ": " + sentence;
    }
}
