package org.remora.cli.output;

/** What the process ends with; scripts rely on these, so none ever changes its meaning. */
public final class ExitCode {

    /** Done, or the answer is yes. */
    public static final int OK = 0;

    /** Asked and answered, and the answer is no: not safe in time, not found, something to put right. */
    public static final int NO = 1;

    /** The command line is wrong. */
    public static final int USAGE = 2;

    /** No server was reached: no such process, a wrong address, no answer in time. */
    public static final int UNREACHABLE = 3;

    /** There is a process, and no Remora in it that could be asked. */
    public static final int NO_REMORA = 4;

    /** The server does not let this user in, or not do this. */
    public static final int REFUSED = 5;

    /** The server was asked, and failed. */
    public static final int FAILED = 6;

    /** A fault in the command line itself. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
