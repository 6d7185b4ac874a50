/**
 * What the shop's pages look like: functions from what a user sees to HTML, and the values that they show.
 *
 * <p>May use {@code org.remora.shop}, the values of {@code org.remora.shop.archive} and the JDK; knows neither servlets
 * nor the cluster's classes. All HTML is made by {@link org.remora.shop.page.Html}, which escapes what it is given.
 *
 * <p>Threads: everything is immutable.
 */
@NullMarked
package org.remora.shop.page;

import org.jspecify.annotations.NullMarked;
