/**
 * An application that runs the server's administration commands, of which Payara Micro has no other way in.
 *
 * <p>Runs on the server.
 */
@NullMarked
package org.remora.arquillian.redeploy.management;

import org.jspecify.annotations.NullMarked;
