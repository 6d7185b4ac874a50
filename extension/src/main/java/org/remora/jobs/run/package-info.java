/**
 * What nodes do with jobs: as owners of partitions they keep an index of their jobs and hand them out; as claimants
 * they ask owners for work, run it and renew its lease.
 *
 * <p>Uses the JDK and the codec of session attributes; the grid and the other nodes are ports. Unless said otherwise,
 * classes here may be used by any thread, and wait for nobody.
 */
@NullMarked
package org.remora.jobs.run;

import org.jspecify.annotations.NullMarked;
