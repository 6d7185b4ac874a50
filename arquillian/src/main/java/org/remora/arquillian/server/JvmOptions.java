package org.remora.arquillian.server;

import java.util.List;
import java.util.stream.Stream;

/** Options of the server's virtual machine, by purpose. */
public final class JvmOptions {

    /** As an administrator would start a small server; for everything that is measured. */
    public static final List<String> STANDARD = List.of("-Xmx512m");

    /**
     * Halves the processor time of a start: only the first compiler, a collector without threads of its own, no
     * collection just because there are more classes, and the {@link ClassDataArchive} as soon as there is one. For
     * tests that look at behaviour, not at speed.
     */
    public static final List<String> QUICK_START =
            List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:MetaspaceSize=192m");

    private JvmOptions() {}

    /** Returns the options with what they stand for at this moment. */
    static List<String> atStart(List<String> options) {
        return options.containsAll(QUICK_START)
                ? Stream.concat(options.stream(), ClassDataArchive.options().stream())
                        .toList()
                : options;
    }
}
