package org.remora.cluster;

import java.util.Optional;

/** The version of Remora that this server runs. */
public final class RemoraVersion {

    /** What is shown for classes that do not come from the jar. */
    public static final String UNKNOWN = "development";

    private RemoraVersion() {}

    /**
     * The version.
     *
     * @return that of the jar
     */
    public static String text() {
        return Optional.ofNullable(RemoraVersion.class.getPackage().getImplementationVersion())
                .orElse(UNKNOWN);
    }
}
