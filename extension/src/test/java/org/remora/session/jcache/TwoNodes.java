package org.remora.session.jcache;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests that do no harm to nodes a {@link StoreCluster} of two, started once and stopped after all of them. */
final class TwoNodes implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StoreCluster.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(TwoNodes.class))
                .getOrComputeIfAbsent(StoreCluster.class, type -> StoreCluster.ofTwo(2), StoreCluster.class);
    }
}
