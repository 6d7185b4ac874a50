/**
 * This node's Hazelcast member: its configuration, its start and its end.
 *
 * <p>One of the two places that may use {@code com.hazelcast}. The member is our own instance with our own name and
 * class loader, apart from the server's data grid, whose instance looks up classes by the names of applications.
 */
@NullMarked
package org.remora.hazelcast;

import org.jspecify.annotations.NullMarked;
