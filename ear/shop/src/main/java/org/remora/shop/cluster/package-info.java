/**
 * What the shop's servers share: prices, and the work at the archive of messages, which is done by jobs.
 *
 * <p>The only beans that need the Remora extension. On a server without it CDI passes them over; the shop's servers
 * then go each by their own prices, and there is no archive.
 *
 * <p>Threads: beans may be used by several.
 */
@NullMarked
package org.remora.shop.cluster;

import org.jspecify.annotations.NullMarked;
