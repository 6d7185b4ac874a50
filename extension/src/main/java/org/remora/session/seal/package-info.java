/**
 * Keeps what sessions hold from everybody who sees it travel or rest, but does not have the cluster's secret.
 *
 * <p>A decorator of the store's port: attributes are sealed before they leave the node, and opened when they come back;
 * and one of codecs, for what belongs to no session. Cryptography is the JDK's. Everything here may be used from any
 * thread.
 */
@NullMarked
package org.remora.session.seal;

import org.jspecify.annotations.NullMarked;
