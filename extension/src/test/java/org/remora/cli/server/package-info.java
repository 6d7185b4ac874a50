/** Tests of the package of the same name. */
@NullMarked
package org.remora.cli.server;

import org.jspecify.annotations.NullMarked;
