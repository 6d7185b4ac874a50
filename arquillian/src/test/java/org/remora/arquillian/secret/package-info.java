/** Servers with a cluster secret, and one without the right one. */
@NullMarked
package org.remora.arquillian.secret;

import org.jspecify.annotations.NullMarked;
