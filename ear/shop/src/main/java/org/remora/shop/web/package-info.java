/**
 * The shop's servlets: they change what a user has put aside, and redirect, or show it.
 *
 * <p>May use {@code org.remora.shop}, its archive and pages, servlets and CDI. Only
 * {@link org.remora.shop.web.RemoraCluster} touches classes of the Remora extension here, and only where the extension
 * is there.
 *
 * <p>Threads: servlets and application-scoped beans have no state of their own.
 */
@NullMarked
package org.remora.shop.web;

import org.jspecify.annotations.NullMarked;
