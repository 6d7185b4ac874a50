package org.remora.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlPatternTest {

    @ParameterizedTest
    @CsvSource({
        "/*, /",
        "/*, /a",
        "/*, /a/b.c",
        "/x/*, /x",
        "/x/*, /x/",
        "/x/*, /x/y/z",
        "/x/y/*, /x/y/z",
        "*.css, /style.css",
        "*.css, /a/b/style.css",
        "*.css, /.css",
        "*.gz, /a.tar.gz",
        "/x, /x",
        "/a.b, /a.b"
    })
    void matches_pathOfThePattern_isTrue(String pattern, String path) {
        assertThat(new UrlPattern(pattern).matches(path)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "/x/*, /xy",
        "/x/*, /",
        "/x/*, /y/x",
        "/x/y/*, /x",
        "*.css, /css",
        "*.css, /style.css/more",
        "*.css, /style.CSS",
        "*.css, /style.css2",
        "*.css, /a.css/b",
        "/x, /x/",
        "/x, /x/y",
        "/x, /y"
    })
    void matches_anotherPath_isFalse(String pattern, String path) {
        assertThat(new UrlPattern(pattern).matches(path)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "/", "*", "x", "x/*", "*x", "*.", "*.a/b", "/x*", "/*/x", "/x/*.css", "/a b", "/a;b", "/?"})
    void pattern_ofAnotherForm_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UrlPattern(text))
                .withMessageContaining("/path/*, *.extension or /path");
    }

    @Test
    void setting_withBadPattern_saysWhichAndWhatIsAllowed() {
        assertThatThrownBy(() -> SessionSettings.read(TestConfig.of("remora.session.exclude", "/static/*, css/*")))
                .isInstanceOf(InvalidSettingsException.class)
                .hasMessageContaining("'css/*'")
                .hasMessageContaining("/path/*, *.extension or /path");
    }

    @Test
    void patterns_matchWhatOneOfThemMatches() {
        UrlPatterns patterns = new UrlPatterns(List.of(new UrlPattern("/static/*"), new UrlPattern("*.css")));

        assertThat(patterns.isEmpty()).isFalse();
        assertThat(patterns.matches("/static/logo.png")).isTrue();
        assertThat(patterns.matches("/style.css")).isTrue();
        assertThat(patterns.matches("/cart")).isFalse();
        assertThat(UrlPatterns.NONE.isEmpty()).isTrue();
        assertThat(UrlPatterns.NONE.matches("/cart")).isFalse();
    }
}
