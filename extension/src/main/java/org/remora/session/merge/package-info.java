/**
 * What an application may do when two nodes write the same attribute at the same time.
 *
 * <p>Uses the JDK only. Called from many threads at once.
 */
@NullMarked
package org.remora.session.merge;

import org.jspecify.annotations.NullMarked;
