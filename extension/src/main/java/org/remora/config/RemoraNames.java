package org.remora.config;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** Which of the names in a configuration are meant for Remora, and how a key is called in the environment. */
final class RemoraNames {

    private static final String PREFIX = "remora.";
    private static final Pattern PROFILE = Pattern.compile("^%[^.]+\\.");
    private static final Pattern IN_ENVIRONMENT = Pattern.compile("(?:REMORA|remora)_.*");
    private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^A-Za-z0-9]");

    private RemoraNames() {}

    /** All names meant for Remora, without the profile that they may be written for. */
    static SortedSet<String> in(Config config) {
        SortedSet<String> names = new TreeSet<>();
        for (String name : config.getPropertyNames()) {
            String withoutProfile = PROFILE.matcher(name).replaceFirst("");
            if (withoutProfile.startsWith(PREFIX) || isVariable(name, config)) {
                names.add(withoutProfile);
            }
        }
        return names;
    }

    private static boolean isVariable(String name, Config config) {
        return isFromEnvironment(name) && !ServiceLink.isOne(name, config);
    }

    static boolean isFromEnvironment(String name) {
        return IN_ENVIRONMENT.matcher(name).matches();
    }

    static boolean isHazelcastProperty(String name) {
        return name.startsWith(Catalogue.HAZELCAST_PREFIX) && name.length() > Catalogue.HAZELCAST_PREFIX.length();
    }

    /** Hazelcast's own name of a property that is handed to it. */
    static String hazelcastName(String name) {
        return name.substring(Catalogue.HAZELCAST_PREFIX.length());
    }

    /** A key with underscores, as the environment has it (MicroProfile Config 3.1, environment variables mapping). */
    static String underscored(String key) {
        return NEITHER_LETTER_NOR_DIGIT.matcher(key).replaceAll("_");
    }

    /** A key as it is usually called in the environment. */
    static String capitals(String key) {
        return underscored(key).toUpperCase(Locale.ROOT);
    }
}
