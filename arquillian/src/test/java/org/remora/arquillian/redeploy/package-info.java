/** What stays on a server of applications that were replaced. */
@NullMarked
package org.remora.arquillian.redeploy;

import org.jspecify.annotations.NullMarked;
