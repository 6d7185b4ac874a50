package org.remora.config;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/**
 * The settings of one application's sessions.
 *
 * @param enabled whether the sessions are clustered
 * @param consistency how current the session must be that a request sees
 * @param maxStaleness how long a server may use its copy without asking, under {@link Consistency#BOUNDED}; not
 *     negative
 * @param mutationDetection which attributes are looked at for changes made in place
 * @param onOutage what a request gets while the grid does not answer
 * @param gridTimeout the longest a request waits for the grid in all; positive
 * @param attributes what may be in the sessions
 * @param exclude paths whose requests are left alone
 * @param lifetime how long sessions live
 */
public record SessionSettings(
        boolean enabled,
        Consistency consistency,
        Duration maxStaleness,
        MutationDetection mutationDetection,
        OutagePolicy onOutage,
        Duration gridTimeout,
        AttributeSettings attributes,
        UrlPatterns exclude,
        LifetimeSettings lifetime) {

    private static final String NOT_SET = "not set";

    /**
     * Checks the durations.
     *
     * @param enabled whether the sessions are clustered
     * @param consistency how current
     * @param maxStaleness not negative
     * @param mutationDetection what is compared
     * @param onOutage what a request gets
     * @param gridTimeout positive
     * @param attributes what may be in the sessions
     * @param exclude paths
     * @param lifetime how long
     */
    public SessionSettings {
        if (maxStaleness.isNegative() || gridTimeout.isNegative() || gridTimeout.isZero()) {
            throw new IllegalArgumentException("A session cannot be " + maxStaleness + " stale, or a request wait "
                    + gridTimeout + " for the grid");
        }
    }

    /**
     * Reads the settings of the application that the calling thread works for. Its properties on the server come before
     * the domain's; its own {@code META-INF/microprofile-config.properties} comes after them, as MicroProfile Config
     * has it, and counts for what the server leaves open.
     *
     * @return the settings, complete and checked
     * @throws InvalidSettingsException if anything is wrong with a key that an application may set, or a key is unknown
     */
    public static SessionSettings ofApplication() throws InvalidSettingsException {
        return read(ConfigLookup.ofApplication());
    }

    /**
     * Reads the settings from a configuration, once: later changes of it have no effect.
     *
     * @param config where the keys are looked up
     * @return the settings, complete and checked
     * @throws InvalidSettingsException if anything is wrong with a key that an application may set, or a key is unknown
     */
    public static SessionSettings read(Config config) throws InvalidSettingsException {
        WrittenSettings written = WrittenSettings.in(config, Catalogue.ofApplications());
        written.requireUsable();
        return new SessionSettings(
                written.value(Catalogue.SESSION_ENABLED),
                written.value(Catalogue.CONSISTENCY),
                written.value(Catalogue.MAX_STALENESS),
                written.value(Catalogue.MUTATION_DETECTION),
                written.value(Catalogue.ON_OUTAGE),
                written.value(Catalogue.GRID_TIMEOUT),
                attributes(written),
                new UrlPatterns(written.value(Catalogue.EXCLUDE)),
                new LifetimeSettings(
                        written.value(Catalogue.MAX_LIFETIME),
                        new UrlPatterns(written.value(Catalogue.PASSIVE)),
                        written.value(Catalogue.MAX_PER_USER),
                        written.value(Catalogue.SOCKETS_KEEP_ALIVE)));
    }

    /**
     * What has to be the same for the application on all servers of a cluster, for people to compare: everything but
     * {@code remora.session.grid-timeout}, which a slower server may need longer.
     *
     * @return values by key
     */
    public SortedMap<String, String> agreed() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put(Catalogue.SESSION_ENABLED.key(), Boolean.toString(enabled));
        texts.put(Catalogue.CONSISTENCY.key(), text(consistency));
        texts.put(Catalogue.MAX_STALENESS.key(), maxStaleness.toString());
        texts.put(Catalogue.MUTATION_DETECTION.key(), text(mutationDetection));
        texts.put(Catalogue.ON_OUTAGE.key(), text(onOutage));
        texts.put(Catalogue.IMMUTABLE_TYPES.key(), text(attributes.immutableTypes().stream()));
        texts.put(Catalogue.SERIAL_FILTER.key(), attributes.serialFilter().orElse(NOT_SET));
        texts.put(Catalogue.MAX_SIZE.key(), attributes.maxBytes() + " bytes");
        texts.put(Catalogue.EXCLUDE.key(), text(exclude));
        texts.put(Catalogue.MAX_LIFETIME.key(), text(lifetime.longest()));
        texts.put(Catalogue.MAX_PER_USER.key(), text(lifetime.maxPerUser()));
        texts.put(Catalogue.PASSIVE.key(), text(lifetime.passive()));
        texts.put(Catalogue.SOCKETS_KEEP_ALIVE.key(), Boolean.toString(lifetime.socketsKeepAlive()));
        return texts;
    }

    private static String text(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<?> value) {
        return value.map(Object::toString).orElse(NOT_SET);
    }

    private static String text(UrlPatterns patterns) {
        return text(patterns.patterns().stream().map(UrlPattern::text));
    }

    /** Their order makes no difference. */
    private static String text(Stream<String> parts) {
        String all = parts.distinct().sorted().collect(Collectors.joining(","));
        return all.isEmpty() ? NOT_SET : all;
    }

    private static AttributeSettings attributes(WrittenSettings written) {
        return new AttributeSettings(
                written.value(Catalogue.IMMUTABLE_TYPES),
                written.value(Catalogue.SERIAL_FILTER),
                written.value(Catalogue.MAX_SIZE));
    }
}
