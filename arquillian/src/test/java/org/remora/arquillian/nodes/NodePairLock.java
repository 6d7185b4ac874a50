package org.remora.arquillian.nodes;

import java.util.Set;
import org.junit.jupiter.api.parallel.ResourceLocksProvider;

/** Has the classes of one pair of nodes run one after the other, beside those of the other pair. */
final class NodePairLock implements ResourceLocksProvider {

    @Override
    public Set<Lock> provideForClass(Class<?> testClass) {
        OnTwoNodes annotation = testClass.getAnnotation(OnTwoNodes.class);
        return annotation == null
                ? Set.of()
                : Set.of(new Lock(annotation.value().clusterName()));
    }
}
