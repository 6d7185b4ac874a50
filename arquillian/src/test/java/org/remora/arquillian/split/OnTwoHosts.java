package org.remora.arquillian.split;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.remora.arquillian.network.NeedsNetwork;

/**
 * Gives a test class a parameter {@link TwoHosts}, the same for all classes, to one class at a time, with both nodes in
 * one cluster. After each test all cuts are healed.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsNetwork
@ExtendWith(TwoHostsExtension.class)
@ResourceLock("two hosts")
@interface OnTwoHosts {}
