/** Servers behind real balancers, which are given the very files that administrators are. */
@NullMarked
package org.remora.arquillian.balancer;

import org.jspecify.annotations.NullMarked;
