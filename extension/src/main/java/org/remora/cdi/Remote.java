package org.remora.cdi;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The event has come from another node: {@code void dropped(@Observes @Remote CacheInvalidated event)}.
 *
 * <p>An observer without this qualifier gets the events of this node and those of others.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD, ElementType.TYPE})
public @interface Remote {

    /** The annotation as an object. */
    final class Literal extends AnnotationLiteral<Remote> implements Remote {

        /** The only one. */
        public static final Literal INSTANCE = new Literal();

        private static final long serialVersionUID = 1L;

        private Literal() {}
    }
}
