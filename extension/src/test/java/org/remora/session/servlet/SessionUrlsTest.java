package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionUrlsTest {

    /** Cuts the standard parameter out of the URI and keeps it, as Grizzly does. */
    private static final ContainerTracking CONTAINER = new ContainerTracking() {
        @Override
        public SessionTracking of(ServletContext context) {
            return new SessionTracking(true, true);
        }

        @Override
        public boolean hasPathParameters(HttpServletRequest request) {
            return true;
        }

        @Override
        public Optional<String> standardParameter(HttpServletRequest request) {
            return Optional.of("kept");
        }
    };

    private final SessionUrls standard = SessionUrls.of("JSESSIONID", CONTAINER);
    private final SessionUrls named = SessionUrls.of("SHOP", CONTAINER);

    @ParameterizedTest
    @CsvSource({
        "page, page;jsessionid=X.n",
        "/shop/page, /shop/page;jsessionid=X.n",
        "page?a=1, page;jsessionid=X.n?a=1",
        "page#top, page;jsessionid=X.n#top",
        "page?a=1#top, page;jsessionid=X.n?a=1#top",
        "page#top?a, page;jsessionid=X.n#top?a",
        "page;v=1, page;v=1;jsessionid=X.n",
        "http://shop.example/a, http://shop.example/a;jsessionid=X.n",
        "http://shop.example, http://shop.example/;jsessionid=X.n",
        "http://shop.example?a=/b, http://shop.example/;jsessionid=X.n?a=/b",
        "?a=1, ?a=1",
        "#top, #top",
        "page;jsessionid=X.n?a, page;jsessionid=X.n?a"
    })
    void encoded_url_hasTheIdBehindItsPath(String url, String expected) {
        assertThat(standard.encoded(url, "X.n")).isEqualTo(expected);
    }

    @Test
    void encoded_parameterInTheQueryOnly_isNoReasonToLeaveItOut() {
        assertThat(standard.encoded("page?next=/a;jsessionid=Y", "X.n"))
                .isEqualTo("page;jsessionid=X.n?next=/a;jsessionid=Y");
    }

    @Test
    void encoded_ownCookieName_isTheParametersName() {
        assertThat(named.encoded("page", "X.n")).isEqualTo("page;SHOP=X.n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "page",
                "page?a={x} y",
                "../shop/page",
                "./page",
                "?a=1",
                "/shop",
                "/shop/",
                "/shop;v=1/page",
                "/shop?a=1",
                "http://shop.example:8080/shop/page",
                "HTTP://SHOP.example:8080/shop",
                "//shop.example:8080/shop/page"
            })
    void isOwn_urlOfTheApplication_isTrue(String url) {
        assertThat(standard.isOwn(requestTo("/shop/cart"), url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#top",
                "/",
                "/shopping",
                "/other/shop",
                "../other",
                "../../shopping",
                "http://shop.example/shop/page",
                "https://shop.example:8080/shop/page",
                "http://elsewhere.example:8080/shop/page",
                "http://shop.example.elsewhere.example:8080/shop/page",
                "//elsewhere.example:8080/shop/page",
                "mailto:someone@shop.example",
                "javascript:void(0)"
            })
    void isOwn_urlOfSomebodyElse_isFalse(String url) {
        assertThat(standard.isOwn(requestTo("/shop/cart"), url)).isFalse();
    }

    @Test
    void isOwn_applicationAtTheRoot_takesAllPathsOfTheServer() {
        HttpServletRequest request = new StubRequest().uri("", "/cart").request();

        assertThat(standard.isOwn(request, "/shop/page")).isTrue();
        assertThat(standard.isOwn(request, "http://shop.example:8080")).isTrue();
        assertThat(standard.isOwn(request, "http://shop.example/page")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/shop/cart;SHOP=X.n, X.n, /shop/cart",
        "/shop/cart;v=1;SHOP=X.n;w=2, X.n, /shop/cart;v=1;w=2",
        "/shop;SHOP=X.n/cart, X.n, /shop/cart",
        "/shop/cart;SHOP=, '', /shop/cart"
    })
    void presentedBy_parameterInTheUri_isItsValue(String uri, String value, String without) {
        assertThat(named.presentedBy(requestTo(uri))).contains(value);
        assertThat(named.without(uri)).isEqualTo(without);
    }

    @Test
    void presentedBy_noParameter_isEmptyAndTheUriStays() {
        assertThat(named.presentedBy(requestTo("/shop/cart;SHOPS=1"))).isEmpty();
        assertThat(named.without("/shop/cart;SHOPS=1")).isEqualTo("/shop/cart;SHOPS=1");
    }

    @Test
    void presentedBy_standardParameter_isWhatTheContainerKept() {
        assertThat(standard.presentedBy(requestTo("/shop/cart"))).contains("kept");
        assertThat(standard.presentedBy(requestTo("/shop/cart;jsessionid=Y"))).contains("Y");
    }

    private static HttpServletRequest requestTo(String uri) {
        return new StubRequest().uri("/shop", uri).request();
    }
}
