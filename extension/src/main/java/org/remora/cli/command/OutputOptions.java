package org.remora.cli.command;

import java.io.PrintWriter;
import org.remora.cli.output.Screen;
import picocli.CommandLine.Help;
import picocli.CommandLine.Option;

/** How the answer is printed. */
final class OutputOptions {

    @Option(names = "--json", description = "print JSON, whose names stay the same from version to version")
    private boolean json;

    /** Colours are for terminals, and for people who have not set NO_COLOR. */
    Screen screen(PrintWriter out) {
        return new Screen(out, json, !json && Help.Ansi.AUTO.enabled());
    }
}
