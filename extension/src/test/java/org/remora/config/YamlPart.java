package org.remora.config;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/**
 * A value in a YAML document; what is asked for has to be there.
 *
 * @param value a map, a list, or what stands in one
 */
record YamlPart(Object value) {

    /** The documents in a file. */
    static List<YamlPart> documents(String text) {
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .map(YamlPart::new)
                .toList();
    }

    boolean has(String key) {
        return ((Map<?, ?>) value).containsKey(key);
    }

    /** What is behind these keys. */
    YamlPart at(String... keys) {
        YamlPart part = this;
        for (String key : keys) {
            Object next = ((Map<?, ?>) part.value).get(key);
            if (next == null) {
                throw new AssertionError("No " + key + " in " + part.value);
            }
            part = new YamlPart(next);
        }
        return part;
    }

    Stream<YamlPart> parts() {
        return ((List<?>) value).stream().map(YamlPart::new);
    }

    List<String> texts() {
        return parts().map(YamlPart::text).toList();
    }

    String text() {
        return value.toString();
    }

    int number() {
        return (Integer) value;
    }
}
