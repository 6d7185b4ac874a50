package org.remora.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.StandardMBean;
import org.junit.jupiter.api.Test;
import org.remora.cli.output.Fields;
import org.remora.cli.output.Json;

/** What the JDK makes of an MXBean's answers, as fields. */
class OpenValuesTest {

    private static final ObjectName NAME = Bean.DOCTOR.objectName();

    /** An answer. */
    public interface Row {
        String getName();

        long[] getNumbers();

        Map<String, Integer> getCounts();

        List<String> getWords();
    }

    /** Who answers. */
    public interface AnsweringMXBean {
        List<Row> getRows();
    }

    private record Answer() implements Row {

        @Override
        public String getName() {
            return "one";
        }

        @Override
        public long[] getNumbers() {
            return new long[] {1, 2};
        }

        @Override
        public Map<String, Integer> getCounts() {
            return new TreeMap<>(Map.of("a", 1, "b", 2));
        }

        @Override
        public List<String> getWords() {
            return List.of("x", "y");
        }
    }

    @Test
    void plain_everyOpenType_isFields() throws Exception {
        MBeanServer server = ManagementFactory.getPlatformMBeanServer();
        AnsweringMXBean bean = () -> List.of(new Answer());
        server.registerMBean(new StandardMBean(bean, AnsweringMXBean.class, true), NAME);
        try {
            Object plain = OpenValues.plain(server.getAttribute(NAME, "Rows"));

            assertThat(Fields.rowsOf(plain)).singleElement().satisfies(row -> {
                assertThat(row.text("name")).isEqualTo("one");
                assertThat(row.fields("counts").number("b")).isEqualTo(2);
                assertThat(Json.of(row.values().get("numbers")).replaceAll("\\s", ""))
                        .isEqualTo("[1,2]");
                assertThat(row.values().get("words")).isEqualTo(List.of("x", "y"));
            });
        } finally {
            server.unregisterMBean(NAME);
        }
    }
}
