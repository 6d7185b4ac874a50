/**
 * Remora's numbers among the metrics of Payara.
 *
 * <p>Uses {@code management}, the API of MicroProfile Metrics, and the server's service behind it, by reflection. To be
 * called by one thread at a time; the numbers are read by the threads of those who ask the server.
 */
@NullMarked
package org.remora.management.payara;

import org.jspecify.annotations.NullMarked;
