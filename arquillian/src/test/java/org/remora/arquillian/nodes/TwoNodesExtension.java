package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the nodes when the first class asks for them; they are stopped after the last. */
final class TwoNodesExtension implements ParameterResolver, AfterAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(TwoNodesExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == TwoNodes.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return nodes(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<Pattern> expected = expectedWarnings(context);
        assertThat(nodes(context).newComplaints())
                .as("warnings and errors of org.remora during %s", context.getDisplayName())
                .allMatch(text -> expected.stream()
                        .anyMatch(pattern -> pattern.matcher(text).find()));
    }

    private static List<Pattern> expectedWarnings(ExtensionContext context) {
        OnTwoNodes annotation = context.getRequiredTestClass().getAnnotation(OnTwoNodes.class);
        return annotation == null
                ? List.of()
                : Stream.of(annotation.expectedWarnings()).map(Pattern::compile).toList();
    }

    private static TwoNodes nodes(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(TwoNodes.class, key -> TwoNodes.start(), TwoNodes.class);
    }
}
