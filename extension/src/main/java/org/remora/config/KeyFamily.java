package org.remora.config;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Keys that differ in a name in their middle, such as that of a cache; the catalogue has {@code *} there, which is also
 * what may be written for all of them.
 *
 * @param setting the catalogue's entry
 * @param before what their names begin with
 * @param after what they end with
 */
record KeyFamily(Setting<?> setting, String before, String after) {

    private static final String ANY = ".*.";
    private static final List<KeyFamily> ALL = Catalogue.all().stream()
            .filter(setting -> setting.key().contains(ANY))
            .map(KeyFamily::of)
            .toList();

    private static KeyFamily of(Setting<?> setting) {
        int any = setting.key().indexOf(ANY) + 1;
        return new KeyFamily(
                setting, setting.key().substring(0, any), setting.key().substring(any + 1));
    }

    /** The setting that a name is one of, if it is one; the environment's form of it counts. */
    static Optional<Setting<?>> settingOf(String name) {
        return ALL.stream()
                .filter(family -> family.has(name))
                .<Setting<?>>map(KeyFamily::setting)
                .findFirst();
    }

    /** The key for one name. */
    static String key(Setting<?> setting, String name) {
        KeyFamily family = of(setting);
        return family.before + name + family.after;
    }

    private boolean has(String name) {
        return isMember(name, UnaryOperator.identity())
                || isMember(name, RemoraNames::capitals)
                || isMember(name, RemoraNames::underscored);
    }

    private boolean isMember(String name, UnaryOperator<String> form) {
        String begin = form.apply(before);
        String end = form.apply(after);
        return name.startsWith(begin) && name.endsWith(end) && name.length() > begin.length() + end.length();
    }
}
