/** Tests of the package of the same name. */
@NullMarked
package org.remora.cli.output;

import org.jspecify.annotations.NullMarked;
