/**
 * What two servers with Remora do together, mostly on one of two clusters that these tests share.
 *
 * <p>Uses the server fixture, JUnit, AssertJ and Awaitility. Test classes of one
 * {@link org.remora.arquillian.nodes.NodePair} run one after the other.
 */
@NullMarked
package org.remora.arquillian.nodes;

import org.jspecify.annotations.NullMarked;
