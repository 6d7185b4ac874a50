package org.remora.session.codec;

import java.io.File;
import java.io.FileNotFoundException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.Vector;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.namespace.QName;

/** What applications put into sessions. */
@SuppressWarnings({"JdkObsolete", "JavaUtilDate", "UnnecessaryStringBuilder"}) // they do
final class UsualValues {

    /** A value of an application. */
    record Line(String article, int amount, List<BigDecimal> prices) implements Serializable {}

    /** A bean of an application. */
    static class Bean implements Serializable {

        private static final long serialVersionUID = 1L;

        final List<Line> lines = new ArrayList<>(List.of(new Line("fish", 2, List.of(BigDecimal.TEN))));
        final Map<String, Bean> children = new HashMap<>();
        transient Thread thread = Thread.currentThread();
    }

    private UsualValues() {}

    static Stream<Object> all() throws Exception {
        return Stream.of(collections(), maps(), times(), ofTheJdk(), ofApplications())
                .flatMap(List::stream);
    }

    private static List<Object> collections() {
        return List.of(
                new ArrayList<>(List.of("a", 1, 2L)),
                new LinkedList<>(List.of("a", "b")),
                new ArrayDeque<>(List.of("a", "b")),
                new Vector<>(List.of("a")),
                new CopyOnWriteArrayList<>(List.of("a")),
                new HashSet<>(List.of("a", "b")),
                new LinkedHashSet<>(List.of("b", "a")),
                new TreeSet<>(List.of("b", "a")),
                new PriorityQueue<>(List.of(3, 1, 2)),
                EnumSet.of(TimeUnit.DAYS, TimeUnit.HOURS),
                EnumSet.noneOf(TimeUnit.class),
                Arrays.asList("a", "b"),
                List.of(),
                List.of("a"),
                List.of("a", "b", "c"),
                Set.of("a", "b", "c"),
                Collections.emptyList(),
                Collections.singletonList("a"),
                Collections.unmodifiableList(new ArrayList<>(List.of("a"))),
                Collections.synchronizedList(new ArrayList<>(List.of("a"))),
                Collections.nCopies(3, "a"),
                Stream.of("a", "b").toList(),
                new BitSet(12));
    }

    private static List<Object> maps() {
        Map<TimeUnit, String> enums = new EnumMap<>(Map.of(TimeUnit.DAYS, "d"));
        Map<String, Integer> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.put("a", 1);
        Map<String, Integer> reversed = new TreeMap<>(Comparator.reverseOrder());
        reversed.put("a", 1);
        Properties properties = new Properties();
        properties.setProperty("a", "1");
        return List.of(
                new HashMap<>(Map.of("a", 1, "b", List.of(2))),
                new LinkedHashMap<>(Map.of("a", 1)),
                new ConcurrentHashMap<>(Map.of("a", 1)),
                enums,
                caseless,
                reversed,
                properties,
                Map.of(),
                Map.of("a", 1),
                Map.of("a", 1, "b", 2, "c", 3),
                Collections.singletonMap("a", 1),
                Collections.unmodifiableMap(new HashMap<>(Map.of("a", 1))));
    }

    private static List<Object> times() {
        return List.of(
                new Date(1),
                new java.sql.Timestamp(1),
                java.sql.Date.valueOf("2024-02-29"),
                Instant.ofEpochSecond(1, 2),
                LocalDate.of(2024, 2, 29),
                ZonedDateTime.of(2024, 2, 29, 1, 2, 3, 4, ZoneId.of("Europe/Berlin")),
                Duration.ofSeconds(5),
                Period.ofDays(3),
                ZoneId.of("UTC"),
                TimeZone.getTimeZone("Europe/Berlin"),
                new GregorianCalendar(TimeZone.getTimeZone("Europe/Berlin"), Locale.GERMANY));
    }

    private static List<Object> ofTheJdk() throws Exception {
        return List.of(
                'x',
                (short) 3,
                (byte) 4,
                1.5f,
                new BigDecimal("1.50"),
                BigInteger.TWO.pow(100),
                UUID.nameUUIDFromBytes(new byte[] {1}),
                Locale.GERMANY,
                Currency.getInstance("EUR"),
                URI.create("http://localhost/a?b"),
                InetAddress.getByAddress("a", new byte[] {127, 0, 0, 1}),
                new File("a"),
                Pattern.compile("a+", Pattern.CASE_INSENSITIVE),
                new StringBuilder("a"),
                new AtomicLong(5),
                TimeUnit.DAYS,
                String.class,
                new QName("a", "b"),
                xmlTime(),
                new String[] {"a", "b"},
                new int[][] {{1}, {2, 3}},
                new Object[] {"a", 1, new Date(2)});
    }

    private static List<Object> ofApplications() {
        Bean bean = new Bean();
        bean.children.put("self", bean);
        Runnable lambda = (Runnable & Serializable) () -> bean.children.clear();
        return List.of(
                new Line("fish", 2, List.of(BigDecimal.ONE)),
                new Line[] {new Line("crab", 1, List.of())},
                bean,
                lambda,
                new IllegalStateException("wrong", new FileNotFoundException("a.txt")));
    }

    private static Object xmlTime() throws DatatypeConfigurationException {
        return DatatypeFactory.newInstance().newXMLGregorianCalendar("2024-02-29T01:02:03Z");
    }
}
