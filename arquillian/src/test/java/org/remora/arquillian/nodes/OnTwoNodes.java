package org.remora.arquillian.nodes;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Gives a test class a parameter {@link TwoNodes}, the same for all classes of one {@link NodePair}, and afterwards
 * fails if the extension logged a warning or an error that was not expected. Both nodes are alive when a test gets
 * them, also after one that has killed the first.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(TwoNodesExtension.class)
@Execution(ExecutionMode.SAME_THREAD)
@ResourceLock(providers = NodePairLock.class)
@interface OnTwoNodes {

    /** Which nodes. */
    NodePair value() default NodePair.WITH_EVERYTHING;

    /** Regular expressions found in the warnings that belong to what the class does. */
    String[] expectedWarnings() default {};
}
