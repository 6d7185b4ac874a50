package org.remora.arquillian.split;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the network and starts the nodes when the first class asks for them; both are closed after the last. */
final class TwoHostsExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(TwoHostsExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwoHosts.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return hosts(context).inOneCluster();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        hosts(context).heal();
    }

    private static TwoHosts hosts(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TwoHosts.class, key -> TwoHosts.start(), TwoHosts.class);
    }
}
