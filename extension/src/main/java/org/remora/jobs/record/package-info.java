/**
 * The state of a job as it rests in the grid, and the steps that change it: each is applied in one piece where the job
 * rests, and reads no clock.
 *
 * <p>Uses the JDK only. Values are immutable; the store may be used by any thread.
 */
@NullMarked
package org.remora.jobs.record;

import org.jspecify.annotations.NullMarked;
