package org.remora.arquillian.server;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message of a server's log.
 *
 * @param level the level as java.util.logging counts: 1000 for SEVERE, 900 for WARNING, 800 for INFO
 * @param logger the name of the logger
 * @param text the message, with the stack trace if there is one
 */
public record LogMessage(int level, String logger, String text) {

    /** The level of a warning. */
    public static final int WARNING = 900;

    /** The level of information. */
    public static final int INFO = 800;

    private static final Pattern HEAD = Pattern.compile(
            "^\\[[^\\]]*] \\[[^\\]]*] \\[[A-Z]+] \\[[^\\]]*] \\[([^\\]]*)] "
                    + "\\[tid: [^\\]]*] \\[timeMillis: \\d+] \\[levelValue: (\\d+)] ",
            Pattern.MULTILINE);

    /** Says whether the message comes from this logger or from one below it. */
    public boolean isFrom(String prefix) {
        return logger.equals(prefix) || logger.startsWith(prefix + ".");
    }

    /** Splits a log into its messages; what stands before the first is left out. */
    static List<LogMessage> parse(String log) {
        List<LogMessage> messages = new ArrayList<>();
        Matcher matcher = HEAD.matcher(log);
        boolean found = matcher.find();
        while (found) {
            int level = Integer.parseInt(matcher.group(2));
            String logger = matcher.group(1);
            int start = matcher.end();
            found = matcher.find();
            messages.add(new LogMessage(level, logger, log.substring(start, found ? matcher.start() : log.length())));
        }
        return messages;
    }
}
