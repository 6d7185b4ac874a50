package org.remora.cli.server;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import org.jspecify.annotations.Nullable;
import org.remora.cli.output.Fields;

/** What comes from an MXBean, as fields and lists of them. */
final class OpenValues {

    private static final String KEY = "key";
    private static final String VALUE = "value";

    private OpenValues() {}

    static @Nullable Object plain(@Nullable Object open) {
        if (open instanceof CompositeData composite) {
            return fields(composite);
        }
        if (open instanceof TabularData table) {
            return ofMap(table);
        }
        if (open instanceof Object[] array) {
            return list(Arrays.asList(array));
        }
        if (open instanceof long[] numbers) {
            return LongStream.of(numbers).boxed().toList();
        }
        return open instanceof int[] numbers ? IntStream.of(numbers).boxed().toList() : open;
    }

    private static List<@Nullable Object> list(List<? extends @Nullable Object> open) {
        List<@Nullable Object> plain = new ArrayList<>();
        open.forEach(each -> plain.add(plain(each)));
        return plain;
    }

    private static Fields fields(CompositeData composite) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        composite.getCompositeType().keySet().forEach(name -> values.put(name, plain(composite.get(name))));
        return Fields.of(values);
    }

    /** A map travels as a table of keys and values. */
    private static Fields ofMap(TabularData table) {
        Map<String, @Nullable Object> values = new TreeMap<>();
        for (Object row : table.values()) {
            CompositeData entry = (CompositeData) row;
            values.put(String.valueOf(entry.get(KEY)), plain(entry.get(VALUE)));
        }
        return Fields.of(values);
    }
}
