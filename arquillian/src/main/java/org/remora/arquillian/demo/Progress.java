package org.remora.arquillian.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** A line on the console that grows by a dot every two seconds, and ends with how long it took. */
final class Progress {

    private static final Duration DOT = Duration.ofSeconds(2);

    private final PrintStream out;
    private final long startNanos = System.nanoTime();
    private final Timer dots = new Timer("progress", true);

    /** Begins the line. */
    Progress(String waitingFor, PrintStream out) {
        this.out = out;
        out.print(waitingFor + " ");
        dots.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        out.print('.');
                        out.flush();
                    }
                },
                0,
                DOT.toMillis());
    }

    /** Ends the line. */
    void end() {
        dots.cancel();
        out.println(" " + Duration.ofNanos(System.nanoTime() - startNanos).toSeconds() + " s");
    }
}
