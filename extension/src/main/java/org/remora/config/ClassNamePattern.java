package org.remora.config;

import java.util.Optional;
import java.util.regex.Pattern;

/** Classes as they are written: {@code org.example.Price}, {@code org.example.*}, {@code org.example.**}. */
final class ClassNamePattern {

    private static final String IDENTIFIER = "[\\p{L}_$][\\p{L}\\p{N}_$]*";
    private static final Pattern FORM = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*(\\.\\*\\*?)?");

    private ClassNamePattern() {}

    /** What may be written. */
    static ValueType<String> className() {
        return ValueType.of(
                "names of classes like org.example.Price or of packages like org.example.* or org.example.**",
                text -> Optional.of(text).filter(FORM.asMatchPredicate()));
    }
}
