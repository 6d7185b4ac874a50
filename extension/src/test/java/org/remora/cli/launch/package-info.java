/** Tests of the package of the same name. */
@NullMarked
package org.remora.cli.launch;

import org.jspecify.annotations.NullMarked;
