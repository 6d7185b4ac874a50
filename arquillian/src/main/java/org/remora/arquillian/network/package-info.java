/**
 * A network of its own for tests: hosts are Linux network namespaces, joined by a bridge in one more, so that links can
 * be cut and healed and nothing is left on the machine itself.
 *
 * <p>Uses the JDK, the commands {@code ip} and {@code iptables} and the server fixture. Needs root;
 * {@link org.remora.arquillian.network.NetworkTools#missing} tells what is missing. Networks and hosts may be used by
 * several threads.
 */
@NullMarked
package org.remora.arquillian.network;

import org.jspecify.annotations.NullMarked;
