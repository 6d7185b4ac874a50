/** Listeners of every kind that write down what they are told, and a servlet that brings it about. */
@NullMarked
package org.remora.arquillian.probe.listener;

import org.jspecify.annotations.NullMarked;
