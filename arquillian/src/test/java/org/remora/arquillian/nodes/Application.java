package org.remora.arquillian.nodes;

import java.nio.file.Path;
import org.jboss.shrinkwrap.api.asset.ByteArrayAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.remora.arquillian.caching.app.CacheServlet;
import org.remora.arquillian.jobs.app.JobServlet;
import org.remora.arquillian.probe.archive.ProbeWar;
import org.remora.arquillian.server.Deployment;
import org.remora.arquillian.server.SharedDatabase;

/** The applications on both nodes: the probe application, packed in the ways applications come. */
enum Application {
    /** Without web.xml. */
    PLAIN("JSESSIONID", "/plain") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("plain")
                    .addAsWebResource(new ByteArrayAsset(new byte[200_000]), "file.bin");
        }
    },
    /** With a web.xml that says nothing. */
    WEB_XML("JSESSIONID", "/webxml") {
        @Override
        WebArchive archive() {
            return ProbeWar.withWebXml("webxml");
        }
    },
    /** For which Payara Micro switches its own replication on. */
    DISTRIBUTABLE("JSESSIONID", "/distributable") {
        @Override
        WebArchive archive() {
            return ProbeWar.distributable("distributable");
        }
    },
    /** That refuses all web fragments. */
    ABSOLUTE_ORDERING("JSESSIONID", "/ordering") {
        @Override
        WebArchive archive() {
            return ProbeWar.absoluteOrdering("ordering");
        }
    },
    /** With a session cookie of its own; its path is not the context root. */
    OWN_COOKIE("SHOPSESSION", "/") {
        @Override
        WebArchive archive() {
            return ProbeWar.ownCookie("cookie", cookieName(), cookiePath());
        }
    },
    /** With a session cookie configured in the server's own descriptor. */
    PAYARA_DESCRIPTOR("PAYARASESSION", "/payara") {
        @Override
        WebArchive archive() {
            return ProbeWar.payaraDescriptor("payara", cookieName());
        }
    },
    /** Whose own configuration asks for strong consistency. */
    STRONG("JSESSIONID", "/strong") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("strong")
                    .addAsResource(
                            new StringAsset("remora.session.consistency=strong\n"),
                            "META-INF/microprofile-config.properties");
        }
    },
    /** With listeners of every kind; polling does not keep its sessions alive. */
    LISTENING("JSESSIONID", "/listening") {
        @Override
        WebArchive archive() {
            return ProbeWar.listening("listening", "remora.session.passive=/polled\n");
        }
    },
    /** Whose sessions end soon, used or not. */
    SHORT_LIVED("JSESSIONID", "/short") {
        @Override
        WebArchive archive() {
            return ProbeWar.listening("short", "remora.session.max-lifetime=3s\n");
        }
    },
    /** Whose path lies within another's; it has error pages, wants no ids in URLs, and leaves some paths alone. */
    NESTED("JSESSIONID", "/plain/nested") {
        @Override
        WebArchive archive() {
            return ProbeWar.trackedBy("nested", "COOKIE")
                    .addAsWebResource(new StringAsset("plain"), "excluded.txt")
                    .addAsResource(
                            new StringAsset("remora.session.exclude=/basket,*.txt\n"),
                            "META-INF/microprofile-config.properties");
        }

        @Override
        String contextRoot() {
            return cookiePath();
        }
    },
    /** Whose sessions are in URLs alone. */
    URL_ONLY("", "") {
        @Override
        WebArchive archive() {
            return ProbeWar.trackedBy("url", "URL");
        }
    },
    /** Whose own configuration asks for all attributes to be compared. */
    DETECT_ALL("JSESSIONID", "/all") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("all")
                    .addAsResource(
                            new StringAsset("remora.session.mutation-detection=all\n"),
                            "META-INF/microprofile-config.properties");
        }
    },
    /** Whose own configuration wants no attributes to be compared. */
    DETECT_NONE("JSESSIONID", "/nothing") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("nothing")
                    .addAsResource(
                            new StringAsset("remora.session.mutation-detection=none\n"),
                            "META-INF/microprofile-config.properties");
        }
    },
    /** Whose own configuration wants nothing to go out that the grid does not have. */
    FAILING("JSESSIONID", "/failing") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("failing")
                    .addAsWebResource(new ByteArrayAsset(new byte[200_000]), "file.bin")
                    .addAsResource(
                            new StringAsset("remora.session.on-outage=fail\n"),
                            "META-INF/microprofile-config.properties");
        }
    },
    /** With caches, and observers of their invalidation. */
    CACHING("JSESSIONID", "/caching") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("caching").addPackage(CacheServlet.class.getPackage());
        }
    },
    /** With jobs. */
    JOBS("JSESSIONID", "/jobs") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("jobs")
                    .addPackage(JobServlet.class.getPackage())
                    .addAsLibrary(SharedDatabase.driver());
        }
    },
    /** With a codec and a merger of its own. */
    EXTENDED("JSESSIONID", "/extended") {
        @Override
        WebArchive archive() {
            return ProbeWar.annotationsOnly("extended")
                    .addAsResource(
                            new StringAsset("org.remora.arquillian.probe.BasketJsonCodec\n"),
                            "META-INF/services/org.remora.session.codec.AttributeCodec")
                    .addAsResource(
                            new StringAsset("org.remora.arquillian.probe.BasketMerger\n"),
                            "META-INF/services/org.remora.session.merge.SessionAttributeMerger");
        }
    };

    private final String cookieName;
    private final String cookiePath;

    Application(String cookieName, String cookiePath) {
        this.cookieName = cookieName;
        this.cookiePath = cookiePath;
    }

    abstract WebArchive archive();

    /** The name of the session cookie, by the application's configuration or by the specification. */
    String cookieName() {
        return cookieName;
    }

    /** The path of the session cookie. */
    String cookiePath() {
        return cookiePath;
    }

    String contextRoot() {
        return "/" + archiveName();
    }

    Deployment deployment(Path directory) {
        return new Deployment(ProbeWar.write(archive(), directory), contextRoot());
    }

    private String archiveName() {
        String file = archive().getName();
        return file.substring(0, file.lastIndexOf('.'));
    }
}
