/**
 * What scripts may rely on in the status page.
 *
 * <p>May use JUnit and AssertJ. Tests run on one thread unless they say otherwise.
 */
@NullMarked
package org.remora.shop.web;

import org.jspecify.annotations.NullMarked;
