package org.remora.arquillian.redeploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.remora.arquillian.server.PayaraServer;

/** Looks into the heap of a server with the JDK's own tool, which collects what is unreachable before it counts. */
record Heap(PayaraServer server) {

    /** Returns how many objects there are of a class, by whatever class loader. */
    long count(Class<?> type) throws IOException, InterruptedException {
        // num: instances bytes class [(module)]
        Pattern line = Pattern.compile(
                "^ *\\d+: +(\\d+) +\\d+ +" + Pattern.quote(type.getName()) + "( .*)?$", Pattern.MULTILINE);
        return line.matcher(histogram())
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private String histogram() throws IOException, InterruptedException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Process process = new ProcessBuilder(jcmd.toString(), Long.toString(server.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text).isZero();
        return text;
    }
}
