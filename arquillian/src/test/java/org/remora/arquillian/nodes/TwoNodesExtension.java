package org.remora.arquillian.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

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
        return nodes(context).bothAlive();
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
        return Stream.of(annotation(context).expectedWarnings())
                .map(Pattern::compile)
                .toList();
    }

    private static TwoNodes nodes(ExtensionContext context) {
        return context.getRoot()
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(annotation(context).value(), TwoNodes::start, TwoNodes.class);
    }

    private static OnTwoNodes annotation(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), OnTwoNodes.class)
                .orElseThrow();
    }
}
