/** Tests of what can be said about the container without one. */
@NullMarked
package org.remora.session.payara;

import org.jspecify.annotations.NullMarked;
