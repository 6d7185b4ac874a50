/**
 * An application with a WebSocket endpoint that uses the session of its handshake.
 *
 * <p>Uses the Jakarta EE API only; runs on the server.
 */
@NullMarked
package org.remora.arquillian.socket.app;

import org.jspecify.annotations.NullMarked;
