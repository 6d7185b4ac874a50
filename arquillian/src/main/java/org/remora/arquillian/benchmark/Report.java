package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes a result: as a table for whoever watches, as JSON for programs, as Markdown for the documentation. */
record Report(Result result) {

    /** Prints the table and writes {@code result.json} and {@code result.md} into the directory. */
    void write(Path directory, PrintStream out) throws IOException {
        Files.createDirectories(directory);
        out.println();
        out.print(new TextReport(result).text());
        Path json = Files.writeString(directory.resolve("result.json"), new JsonReport(result).text());
        Path markdown = Files.writeString(directory.resolve("result.md"), new MarkdownReport(result).text());
        out.println();
        out.println("Written to " + json + " and " + markdown);
    }
}
