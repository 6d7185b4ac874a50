/**
 * The cluster as an application sees it: this server's node and the members it knows.
 *
 * <p>Ports and values only, no technology. Everything here may be called from any thread.
 */
@NullMarked
package org.remora.cluster;

import org.jspecify.annotations.NullMarked;
