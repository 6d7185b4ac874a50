package org.remora.cdi;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * The cluster's: {@code @Inject @Distributed("prices") Cache<String, Price> prices} is the application's cache of this
 * name, one for all nodes; {@code @Inject @Distributed CacheManager caches} makes others.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface Distributed {

    /** The cache's name; none for the manager. */
    @Nonbinding
    String value() default "";
}
