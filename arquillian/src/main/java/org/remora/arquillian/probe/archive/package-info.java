/**
 * Packs the probe application into WAR files of several kinds.
 *
 * <p>Uses ShrinkWrap; stateless.
 */
@NullMarked
package org.remora.arquillian.probe.archive;

import org.jspecify.annotations.NullMarked;
