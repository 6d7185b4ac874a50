package org.remora.arquillian.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.remora.arquillian.load.Pace;

class OptionReaderTest {

    private final Properties properties = new Properties();

    @Test
    void read_nothingSet_runsTheUsualScenariosOnTheUsualSubjects() {
        BenchmarkOptions options = read();

        assertThat(options.subjects()).isEqualTo(Subject.USUAL);
        assertThat(options.scenarios()).isEqualTo(Scenario.USUAL);
        assertThat(options.amounts()).isEqualTo(Amounts.USUAL);
    }

    @Test
    void read_quickAndOneAmount_changesThatAmountOnly() {
        properties.setProperty("benchmark.quick", "");
        properties.setProperty("benchmark.rounds", "7");

        assertThat(read().amounts().rounds()).isEqualTo(7);
        assertThat(read().amounts().requests()).isEqualTo(Amounts.QUICK.requests());
    }

    @Test
    void read_subjectsAndScenarios_keepsTheirOrder() {
        properties.setProperty("benchmark.subjects", "remora, plain");
        properties.setProperty("benchmark.scenarios", "write10,none");

        assertThat(read().subjects()).containsExactly(Subject.REMORA, Subject.PLAIN);
        assertThat(read().scenarios()).containsExactly(Scenario.WRITE_10, Scenario.NONE);
    }

    @Test
    void read_settingOfTheExtension_isHandedOnWithoutPrefix() {
        properties.setProperty("benchmark.remora.session.consistency", "strong");

        assertThat(read().remora().settings()).containsExactly(Map.entry("remora.session.consistency", "strong"));
    }

    @Test
    void read_otherBuildAndSettings_areThoseOfTheSubjectToCompareWith() {
        properties.setProperty("benchmark.again.jar", "other.jar");
        properties.setProperty("benchmark.again.remora.session.consistency", "strong");

        BenchmarkOptions options = read();

        assertThat(options.of(Subject.REMORA_AGAIN).jar()).hasFileName("other.jar");
        assertThat(options.of(Subject.REMORA_AGAIN).settings()).containsKey("remora.session.consistency");
        assertThat(options.of(Subject.REMORA).jar()).hasFileName("remora.jar");
        assertThat(options.of(Subject.REMORA).settings()).isEmpty();
    }

    @Test
    void read_news_isTheirRateAndNoneUsually() {
        assertThat(read().news()).isZero();

        properties.setProperty("benchmark.news", "1000");

        assertThat(read().news()).isEqualTo(1_000);
    }

    @Test
    void read_pace_isForTheMeasurementsAndNoneUsually() {
        assertThat(read().amounts().pace()).isEqualTo(Pace.FASTEST);

        properties.setProperty("benchmark.pace", "5000");

        assertThat(read().amounts().pace().requestsPerSecond()).isEqualTo(5_000);
    }

    @Test
    void read_crowd_hasRoomForIt() {
        properties.setProperty("benchmark.crowd", "1000000");

        assertThat(read().crowd()).isEqualTo(1_000_000);
        assertThat(read().jvmOptions()).contains("-Xmx3g");
    }

    @Test
    void read_unknownKey_isRefused() {
        properties.setProperty("benchmark.round", "7");

        assertThatIllegalArgumentException().isThrownBy(this::read).withMessageContaining("[round]");
    }

    @Test
    void read_unknownScenario_isRefusedWithTheKnownOnes() {
        properties.setProperty("benchmark.scenarios", "write11");

        assertThatIllegalArgumentException()
                .isThrownBy(this::read)
                .withMessageContaining("write11")
                .withMessageContaining("write10");
    }

    @Test
    void read_notANumber_isRefusedWithKeyAndValue() {
        properties.setProperty("benchmark.requests", "many");

        assertThatIllegalArgumentException()
                .isThrownBy(this::read)
                .withMessageContaining("benchmark.requests")
                .withMessageContaining("many");
    }

    private BenchmarkOptions read() {
        return new OptionReader(properties).read(Path.of("payara-micro.jar"), Path.of("remora.jar"), Path.of("out"));
    }
}
