package org.remora.cli.command;

import java.time.Duration;

/** Lengths of time, short enough for a table. */
final class Spans {

    private Spans() {}

    /** Days and hours, hours and minutes, minutes and seconds, or seconds. */
    static String ofSeconds(long seconds) {
        Duration span = Duration.ofSeconds(Math.max(0, seconds));
        if (span.toDays() > 0) {
            return span.toDays() + "d" + span.toHoursPart() + "h";
        }
        if (span.toHours() > 0) {
            return span.toHours() + "h" + span.toMinutesPart() + "m";
        }
        return span.toMinutes() > 0 ? span.toMinutes() + "m" + span.toSecondsPart() + "s" : span.toSeconds() + "s";
    }
}
