package org.remora.session.servlet;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remora.config.UrlPattern;
import org.remora.config.UrlPatterns;

class ExcludedRequestsTest {

    private static final UrlPatterns STATIC =
            new UrlPatterns(List.of(new UrlPattern("/static/*"), new UrlPattern("/files/old/*")));

    private final StubRequest stub = new StubRequest();
    private final HttpServletRequest request = stub.request();
    private final ExcludedRequests excluded = ExcludedRequests.of(STATIC, "/shop");

    @Test
    void contains_pathOfAPattern_isTrue() {
        stub.at("/static/logo.png", null);
        assertThat(excluded.contains(request)).isTrue();
    }

    @Test
    void contains_servletPathAndPathInfoTogetherOfAPattern_isTrue() {
        stub.at("/files", "/old/logo.png");
        assertThat(excluded.contains(request)).isTrue();
    }

    @Test
    void contains_anotherPath_isFalse() {
        stub.at("/cart", "/static/1");
        assertThat(excluded.contains(request)).isFalse();
    }

    @Test
    void contains_dispatchOfAnExcludedRequest_isTrue() {
        stub.at("/static/missing.png", null);
        assertThat(excluded.contains(request)).isTrue();

        stub.at("/error", null);
        assertThat(excluded.contains(request)).isTrue();
    }

    @Test
    void contains_dispatchOfAnotherRequest_isFalse() {
        stub.at("/cart", null);
        assertThat(excluded.contains(request)).isFalse();

        stub.at("/static/error.html", null);
        assertThat(excluded.contains(request)).isFalse();
    }

    @Test
    void contains_dispatchIntoAnotherApplication_isJudgedByThatOne() {
        stub.at("/static/a", null);
        assertThat(excluded.contains(request)).isTrue();

        assertThat(ExcludedRequests.of(STATIC, "/other")
                        .contains(stub.at("/cart", null).request()))
                .isFalse();
    }

    @Test
    void contains_nothingExcluded_leavesNoTrace() {
        assertThat(ExcludedRequests.of(UrlPatterns.NONE, "/shop").contains(request))
                .isFalse();
        assertThat(request.getAttribute(
                        ExcludedRequests.of(UrlPatterns.NONE, "/shop").mark()))
                .isNull();
    }
}
