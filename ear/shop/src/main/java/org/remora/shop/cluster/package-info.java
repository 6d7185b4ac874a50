/**
 * What the shop's servers share: prices.
 *
 * <p>The only beans that need the Remora extension. On a server without it CDI passes them over, and the shop's servers
 * go each by their own prices.
 *
 * <p>Threads: beans may be used by several.
 */
@NullMarked
package org.remora.shop.cluster;

import org.jspecify.annotations.NullMarked;
