package org.remora.arquillian.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.benchmark.app.PlainServlet;
import org.remora.arquillian.benchmark.crowd.CrowdServlet;
import org.remora.arquillian.benchmark.filter.EmptyFilter;
import org.remora.arquillian.benchmark.jobs.EmptyHandler;
import org.remora.arquillian.benchmark.news.FireServlet;
import org.remora.arquillian.load.LatencyHistogram;

/** Builds the application's archive, the same for all subjects but for one line. */
final class BenchmarkApplication {

    /** Where the application is found on a server. */
    static final String CONTEXT_ROOT = "/benchmark";

    private static final String DISTRIBUTABLE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">
                <distributable/>
            </web-app>
            """;

    private final Path directory;

    /** An application whose archives are written into the directory. */
    BenchmarkApplication(Path directory) {
        this.directory = directory;
    }

    /** The application without a {@code web.xml}. */
    Path plain() throws IOException {
        return write(archive("benchmark.war"));
    }

    /** The application declared as distributable, which switches Payara's own replication on. */
    Path distributable() throws IOException {
        return write(archive("benchmark-distributable.war").setWebXML(new StringAsset(DISTRIBUTABLE)));
    }

    /** The application with a filter that does nothing. */
    Path withFilter() throws IOException {
        return write(archive("benchmark-filter.war").addPackage(EmptyFilter.class.getPackage()));
    }

    /** The application that can put many sessions into the grid, for servers with Remora. */
    Path withCrowd() throws IOException {
        return write(archive("benchmark-crowd.war").addPackage(CrowdServlet.class.getPackage()));
    }

    /** The application that fires and observes invalidations, for servers with Remora. */
    Path withNews() throws IOException {
        return write(archive("benchmark-news.war")
                .addPackage(FireServlet.class.getPackage())
                .addClass(LatencyHistogram.class));
    }

    /** The application that submits and runs jobs, for servers with Remora. */
    Path withJobs() throws IOException {
        return write(archive("benchmark-jobs.war")
                .addPackage(EmptyHandler.class.getPackage())
                .addClass(LatencyHistogram.class));
    }

    private static WebArchive archive(String name) {
        return ShrinkWrap.create(WebArchive.class, name).addPackage(PlainServlet.class.getPackage());
    }

    private Path write(WebArchive archive) throws IOException {
        Path file = Files.createDirectories(directory).resolve(archive.getName());
        archive.as(ZipExporter.class).exportTo(file.toFile(), true);
        return file;
    }
}
