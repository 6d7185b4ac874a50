package org.remora.arquillian.network;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a class of tests a parameter {@link VirtualNetwork}, made for the class and removed after it. After each test
 * all cuts are healed and all hosts plugged in.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@NeedsNetwork
@ExtendWith(NetworkExtension.class)
public @interface OnNetwork {

    /** How many hosts. */
    int hosts();
}
