/**
 * Nodes that find each other by multicast DNS (RFC 6762, RFC 6763), with JmDNS.
 *
 * <p>JmDNS speaks for this node: it announces, answers and takes leave. What others say is read here, within bounds,
 * and never reaches JmDNS, which would keep all that it hears. The only place that may use {@code javax.jmdns}.
 */
@NullMarked
package org.remora.discovery.mdns;

import org.jspecify.annotations.NullMarked;
