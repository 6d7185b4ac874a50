package org.remora.cdi;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.util.Nonbinding;
import jakarta.inject.Qualifier;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;
import org.remora.invalidation.local.LocalCacheSettings.Announce;

/**
 * A cache of this node, kept true by the others: {@code @Inject @Local("contacts") Cache<Integer, Contact> contacts},
 * also as {@link org.remora.invalidation.local.LocalCache}. All injection points of one name must say the same about
 * it.
 */
@Qualifier
@Documented
@Retention(RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD, ElementType.METHOD})
public @interface Local {

    /** The cache's name, the same on all nodes. */
    @Nonbinding
    String value();

    /** How many entries it holds. */
    @Nonbinding
    long maximumSize() default 10_000;

    /** How many seconds an entry stays after it was written; 0: no limit. */
    @Nonbinding
    long expireAfterWriteSeconds() default 0;

    /** How many seconds an entry stays after it was used; 0: no limit. */
    @Nonbinding
    long expireAfterAccessSeconds() default 0;

    /** Whether hits and misses are counted. */
    @Nonbinding
    boolean statistics() default false;

    /** Which puts drop the key on other nodes. */
    @Nonbinding
    Announce announce() default Announce.EVERY_PUT;
}
