/**
 * The gate on the port of a node: before a byte of Hazelcast's is read or sent on a connection, both sides prove that
 * they know the cluster's secret and speak the same version of Remora's protocol.
 *
 * <p>{@code Handshake} is what they say to each other, without any input or output. The handlers bring it into the
 * pipelines of Hazelcast's connections, which are internal classes of Hazelcast. Connections are handled by Hazelcast's
 * input and output threads; {@code Passage} is what the two share.
 */
@NullMarked
package org.remora.hazelcast.gate;

import org.jspecify.annotations.NullMarked;
