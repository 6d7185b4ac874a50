/**
 * What the shop sells and what its users have put aside: plain objects and two CDI beans.
 *
 * <p>May use the JDK and CDI annotations; knows neither servlets nor the cluster.
 *
 * <p>Threads: values are immutable; {@link org.remora.shop.Cart} is safe for parallel requests of one session,
 * {@link org.remora.shop.Catalogue} for all.
 */
@NullMarked
package org.remora.shop;

import org.jspecify.annotations.NullMarked;
