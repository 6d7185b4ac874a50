/** Tests of the package of the same name. */
@NullMarked
package org.remora.cli.command;

import org.jspecify.annotations.NullMarked;
