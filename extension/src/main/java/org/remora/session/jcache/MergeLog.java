package org.remora.session.jcache;

import static java.lang.System.Logger.Level.INFO;

import java.lang.System.Logger;
import org.remora.session.MergeCounts;

/** What this package says, RMR-2100 to RMR-2199. */
final class MergeLog {

    private static final Logger LOG = System.getLogger("org.remora.session");

    private MergeLog() {}

    static void merged(MergeCounts counts) {
        LOG.log(
                INFO,
                "RMR-2101 Two halves of the cluster have met again. To this node came {0} sessions of the other half;"
                        + " {1} of them are not as they were here, with {2} attributes.",
                Long.toString(counts.sessions()),
                Long.toString(counts.changed()),
                Long.toString(counts.attributes()));
    }
}
