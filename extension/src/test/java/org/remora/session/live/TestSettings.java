package org.remora.session.live;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.remora.config.AttributeSettings;
import org.remora.config.Consistency;
import org.remora.config.LifetimeSettings;
import org.remora.config.MutationDetection;
import org.remora.config.OutagePolicy;
import org.remora.config.SessionSettings;
import org.remora.config.UrlPatterns;

/** Settings of an application: the defaults, but for one. */
final class TestSettings {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private TestSettings() {}

    static SessionSettings defaults() {
        return staleness(SECOND);
    }

    static SessionSettings staleness(Duration bound) {
        return of(Consistency.BOUNDED, bound, MutationDetection.ACCESSED, OutagePolicy.LOCAL);
    }

    static SessionSettings strong() {
        return of(Consistency.STRONG, SECOND, MutationDetection.ACCESSED, OutagePolicy.LOCAL);
    }

    static SessionSettings detecting(MutationDetection detection) {
        return of(Consistency.BOUNDED, SECOND, detection, OutagePolicy.LOCAL);
    }

    static SessionSettings onOutage(OutagePolicy policy) {
        return of(Consistency.BOUNDED, SECOND, MutationDetection.ACCESSED, policy);
    }

    static SessionSettings gridTimeout(Duration timeout) {
        return new SessionSettings(
                true,
                Consistency.BOUNDED,
                SECOND,
                MutationDetection.ACCESSED,
                OutagePolicy.LOCAL,
                timeout,
                attributes(),
                UrlPatterns.NONE,
                LifetimeSettings.UNLIMITED);
    }

    static SessionSettings livingAtMost(Duration longest) {
        return of(
                Consistency.BOUNDED,
                SECOND,
                MutationDetection.ACCESSED,
                OutagePolicy.LOCAL,
                new LifetimeSettings(Optional.of(longest), UrlPatterns.NONE, Optional.empty(), false));
    }

    static SessionSettings perUser(int most) {
        return of(
                Consistency.BOUNDED,
                SECOND,
                MutationDetection.ACCESSED,
                OutagePolicy.LOCAL,
                new LifetimeSettings(Optional.empty(), UrlPatterns.NONE, Optional.of(most), false));
    }

    private static SessionSettings of(
            Consistency consistency, Duration staleness, MutationDetection detection, OutagePolicy policy) {
        return of(consistency, staleness, detection, policy, LifetimeSettings.UNLIMITED);
    }

    private static SessionSettings of(
            Consistency consistency,
            Duration staleness,
            MutationDetection detection,
            OutagePolicy policy,
            LifetimeSettings lifetime) {
        return new SessionSettings(
                true,
                consistency,
                staleness,
                detection,
                policy,
                Duration.ofSeconds(2),
                attributes(),
                UrlPatterns.NONE,
                lifetime);
    }

    private static AttributeSettings attributes() {
        return new AttributeSettings(List.of(), Optional.empty(), 1 << 20);
    }
}
