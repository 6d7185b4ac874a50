package org.remora.arquillian.server;

import java.io.File;
import java.nio.file.Path;

/**
 * An archive and the context root it is deployed under.
 *
 * @param archive the WAR file
 * @param contextRoot the path applications are found under, beginning with a slash; {@code "/"} for the root
 */
public record Deployment(Path archive, String contextRoot) {

    /** Checks that the context root begins with a slash and ends without one. */
    public Deployment {
        if (!contextRoot.startsWith("/")) {
            throw new IllegalArgumentException("context root must begin with a slash: " + contextRoot);
        }
        if (contextRoot.length() > 1 && contextRoot.endsWith("/")) {
            throw new IllegalArgumentException("context root must not end with a slash: " + contextRoot);
        }
    }

    /**
     * Returns the address of something inside this application.
     *
     * @param path the path below the context root, beginning with a slash
     */
    public String path(String path) {
        return contextRoot.length() == 1 ? path : contextRoot + path;
    }

    /** Returns the value of Payara Micro's option {@code --deploy} for this archive. */
    String option() {
        return archive.toAbsolutePath() + File.pathSeparator + contextRoot;
    }
}
