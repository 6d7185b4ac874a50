package org.remora.cli.command;

/** What became of a session or a job, in words. */
final class Outcomes {

    private Outcomes() {}

    static String sentence(String outcome, String what) {
        return switch (outcome) {
            case "ENDED" -> what + " is ended; its application was told.";
            case "ENDED_UNTOLD" -> what + " is ended; no server runs its application, so nobody was told.";
            case "CANCELLED" -> what + " is cancelled.";
            case "NOT_FOUND" -> what + " is not there, or was ended before.";
            case "OVER" -> what + " was over before.";
            case "AMBIGUOUS" -> what + " is the beginning of several ids; give more digits.";
            case "TOO_SHORT" -> what + " is not eight digits (0-9, a-f) or more of an id.";
            case "UNANSWERED" -> what + ": a server did not answer; try again.";
            default -> what + ": " + outcome;
        };
    }
}
