/**
 * How the nodes of a cluster find each other.
 *
 * <p>Uses {@code config} and the JDK; what a technology needs stands in a sub-package. All values are immutable.
 */
@NullMarked
package org.remora.discovery;

import org.jspecify.annotations.NullMarked;
