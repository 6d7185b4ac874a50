package org.remora.config;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The table of settings as the README has it. */
final class SettingsTable {

    /** The folder above all modules; tests run in the folder of theirs. */
    static final Path PROJECT = Path.of("..");

    private static final List<String> HEADER = List.of("| Key | Default | Meaning | Allowed |", "|---|---|---|---|");

    private SettingsTable() {}

    /** The whole table, line by line. */
    static List<String> lines() {
        return Stream.concat(HEADER.stream(), rows().stream()).toList();
    }

    /** A line for each key. */
    static List<String> rows() {
        return Catalogue.all().stream().map(SettingsTable::row).toList();
    }

    private static String row(Setting<?> setting) {
        return "| `" + setting.key() + "` | " + defaultCell(setting) + " | " + meaningCell(setting) + " | "
                + escaped(setting.type().allowed()) + " |";
    }

    private static String defaultCell(Setting<?> setting) {
        return setting.defaultText().isEmpty() ? "–" : "`" + setting.defaultText() + "`";
    }

    private static String meaningCell(Setting<?> setting) {
        String scope = setting.scope() == Setting.Scope.APPLICATION ? "*app* " : "";
        return scope + escaped(setting.meaning());
    }

    private static String escaped(String text) {
        return text.replace("*", "\\*").replace("_", "\\_");
    }
}
