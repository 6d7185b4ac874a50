/**
 * What the specifications say about sessions, as checks: each a sentence in own words, and a small client program that
 * holds a server to it.
 *
 * <p>Uses the server fixture. A check talks HTTP only, so that it holds for every server that runs its application;
 * checks are independent of each other and run side by side.
 */
@NullMarked
package org.remora.arquillian.conformance;

import org.jspecify.annotations.NullMarked;
