package org.remora.arquillian.server;

import java.util.List;

/** Options of the server's virtual machine, by purpose. */
public final class JvmOptions {

    /** As an administrator would start a small server; for everything that is measured. */
    public static final List<String> STANDARD = List.of("-Xmx512m");

    /**
     * Halves the processor time of a start: only the first compiler, and a collector without threads of its own. For
     * tests that look at behaviour, not at speed.
     */
    public static final List<String> QUICK_START = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private JvmOptions() {}
}
