package org.remora.session;

import org.junit.jupiter.api.Timeout;

/**
 * The guarantees of a {@link SessionStore}, by the numbers of its documentation; every implementation passes it.
 *
 * <ol>
 *   <li>One atomic step, one order: {@link OrderGuarantees}.
 *   <li>What was acknowledged is seen on any node: {@link CreateGuarantees}, {@link LookGuarantees}; and survives the
 *       loss of a node: a test of the implementation that has nodes to lose.
 *   <li>Versions grow, whatever the clocks say: {@link CommitGuarantees}.
 *   <li>Different attributes do not disturb each other, the later of two deltas wins: {@link CommitGuarantees}.
 *   <li>What was removed does not come back: {@link EndGuarantees}.
 *   <li>No answer is {@link Unavailable}: a test of the implementation that can fail to answer.
 *   <li>The old id finds nothing, the new one everything: {@link EndGuarantees}.
 *   <li>Of all that remove a record exactly one gets it: {@link EndGuarantees}.
 *   <li>What was lost is put back, with the latest that anybody knew: {@link RestoreGuarantees}.
 * </ol>
 *
 * <p>{@link UseGuarantees} has what is said of the session's use and its timeout, and {@link UserGuarantees} what
 * {@link UserIndex} says.
 */
@Timeout(60)
public abstract class SessionStoreContract
        implements CreateGuarantees,
                LookGuarantees,
                UseGuarantees,
                CommitGuarantees,
                EndGuarantees,
                OrderGuarantees,
                RestoreGuarantees,
                UserGuarantees {}
