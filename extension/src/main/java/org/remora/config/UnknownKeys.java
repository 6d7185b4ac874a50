package org.remora.config;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

/** Finds names that are meant for Remora and are none of its keys. */
final class UnknownKeys {

    private static final Set<String> KEYS = keys(UnaryOperator.identity());
    private static final Set<String> CAPITALS = keys(RemoraNames::capitals);
    private static final Set<String> UNDERSCORED = keys(RemoraNames::underscored);
    private static final String HAZELCAST_CAPITALS = RemoraNames.capitals(Catalogue.HAZELCAST_PREFIX);

    private static final String CACHE_PREFIX = "remora.cache.";
    private static final String CACHE_KEYS =
            KEYS.stream().filter(key -> key.startsWith(CACHE_PREFIX)).sorted().collect(Collectors.joining(", "));

    private UnknownKeys() {}

    /**
     * One problem for each name that is not a key. Their values are not shown: a mistyped name may be that of a secret.
     */
    static List<SettingProblem> among(Collection<String> names, Config config) {
        return names.stream()
                .filter(name -> !isKey(name))
                .map(name -> new SettingProblem(name, "", remedy(name) + source(name, config)))
                .toList();
    }

    private static boolean isKey(String name) {
        return KEYS.contains(name)
                || CAPITALS.contains(name)
                || UNDERSCORED.contains(name)
                || RemoraNames.isHazelcastProperty(name)
                || KeyFamily.settingOf(name).isPresent();
    }

    private static String remedy(String name) {
        if (name.startsWith(HAZELCAST_CAPITALS)) {
            return "the environment cannot spell Hazelcast's names; set " + Catalogue.HAZELCAST_PREFIX
                    + "NAME as a system property or in a file";
        }
        if (name.startsWith(CACHE_PREFIX)) {
            return "there is no such setting of a cache; there are " + CACHE_KEYS;
        }
        return Spelling.closest(name, RemoraNames.isFromEnvironment(name) ? CAPITALS : KEYS)
                .map(key -> "there is no such setting; did you mean " + key + "?")
                .orElse("there is no such setting; remove it");
    }

    private static String source(String name, Config config) {
        try {
            return Written.in(config, name)
                    .map(written -> " (set in " + written.source() + ")")
                    .orElse("");
        } catch (RefusedTextException e) {
            return "";
        }
    }

    private static Set<String> keys(UnaryOperator<String> form) {
        return Catalogue.all().stream()
                .map(setting -> form.apply(setting.key()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
