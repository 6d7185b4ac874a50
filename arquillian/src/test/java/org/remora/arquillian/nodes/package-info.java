/**
 * What two servers with Remora do together, on one cluster that all these tests share.
 *
 * <p>Uses the server fixture, JUnit, AssertJ and Awaitility. Test classes run one after the other; each leaves both
 * nodes running.
 */
@NullMarked
package org.remora.arquillian.nodes;

import org.jspecify.annotations.NullMarked;
