package org.remora.arquillian.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CookieJarTest {

    private final CookieJar jar = new CookieJar();

    @Test
    void header_noCookie_isEmpty() {
        assertThat(header()).isEmpty();
    }

    @Test
    void accept_severalCookies_allAreSentWithoutTheirAttributes() {
        jar.accept("JSESSIONID=abc.node1; Path=/; HttpOnly");
        jar.accept("VERSION=7");

        assertThat(header()).isEqualTo("Cookie: JSESSIONID=abc.node1; VERSION=7\r\n");
    }

    @Test
    void accept_sameNameAgain_replacesTheValue() {
        jar.accept("JSESSIONID=abc.node1");
        jar.accept("JSESSIONID=abc.node2; Path=/");

        assertThat(jar.value("JSESSIONID")).contains("abc.node2");
        assertThat(header()).isEqualTo("Cookie: JSESSIONID=abc.node2\r\n");
    }

    @Test
    void accept_emptyValue_removesTheCookie() {
        jar.accept("JSESSIONID=abc");
        jar.accept("JSESSIONID=; Max-Age=0");

        assertThat(jar.value("JSESSIONID")).isEmpty();
        assertThat(header()).isEmpty();
    }

    @Test
    void accept_noEqualsSign_isIgnored() {
        jar.accept("nonsense");

        assertThat(header()).isEmpty();
    }

    private String header() {
        return new String(jar.header(), ISO_8859_1);
    }
}
