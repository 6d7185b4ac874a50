/** Holds real servers to what the specifications say about sessions. */
@NullMarked
package org.remora.arquillian.conformance;

import org.jspecify.annotations.NullMarked;
