/**
 * What the pages promise: no value becomes markup.
 *
 * <p>May use JUnit and AssertJ. Tests run on one thread unless they say otherwise.
 */
@NullMarked
package org.remora.shop.page;

import org.jspecify.annotations.NullMarked;
