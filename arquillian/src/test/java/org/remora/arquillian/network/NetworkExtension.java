package org.remora.arquillian.network;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Makes the network when the class first asks for it; it is closed after the class, also after a failure. */
final class NetworkExtension implements ParameterResolver, AfterEachCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(NetworkExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == VirtualNetwork.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return network(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        network(context).healAll();
    }

    private static VirtualNetwork network(ExtensionContext context) {
        Class<?> test = context.getRequiredTestClass();
        ExtensionContext ofClass =
                context.getTestMethod().isPresent() ? context.getParent().orElseThrow() : context;
        return ofClass.getStore(NAMESPACE)
                .getOrComputeIfAbsent(
                        VirtualNetwork.class,
                        key -> VirtualNetwork.of(
                                test.getAnnotation(OnNetwork.class).hosts()),
                        VirtualNetwork.class);
    }
}
