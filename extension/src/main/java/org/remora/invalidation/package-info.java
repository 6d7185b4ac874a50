/**
 * Cache invalidation across the cluster: numbered messages from each node to each other that runs the application, and
 * what a receiver drops when it cannot be sure that it has got them all.
 *
 * <p>What that guarantees: <b>1.2 times {@code remora.invalidation.max-silence} after a change of the data, by default
 * 0.9 seconds, no node serves a value from before it, whichever messages were lost and whichever nodes were killed,
 * frozen or cut off; a node that was frozen itself from that time after it runs again, and the halves of a split
 * cluster, which count each other as gone, from that time after they have met.</b> It holds for changes that are
 * followed by {@code remove} or by an event, and for values that the cache loads.
 *
 * <p>How: a sender tells five times per {@code max-silence} how far its numbers are, so that what was lost shows; a
 * message on which nobody reports back for half of it counts as lost. Who has not heard another member for
 * {@code max-silence} keeps nothing, whatever runs there: its local caches are dropped at every beat, and once more
 * when that member is heard again, is gone, or has come back.
 *
 * <p>Uses the JDK and the codec of session attributes; the way to the other nodes and the caches are ports. Unless said
 * otherwise, classes here may be used by any thread.
 */
@NullMarked
package org.remora.invalidation;

import org.jspecify.annotations.NullMarked;
