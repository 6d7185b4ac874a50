/**
 * What the shop promises about carts, wishes and prices.
 *
 * <p>May use JUnit and AssertJ. Tests run on one thread unless they say otherwise.
 */
@NullMarked
package org.remora.shop;

import org.jspecify.annotations.NullMarked;
