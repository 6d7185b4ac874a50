/**
 * The way to a server: to one on this machine by its process id, to any by its JMX address.
 *
 * <p>Uses {@code output}, {@code javax.management} and {@code com.sun.tools.attach}. What a server answers is read by
 * its open types, so that servers of other versions can be asked, and no class of a server is needed here.
 */
@NullMarked
package org.remora.cli.server;

import org.jspecify.annotations.NullMarked;
