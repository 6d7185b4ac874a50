package org.remora.shop.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void of_valueWithMarkup_isEscaped() {
        Html html = Html.of("<a title=\"{}\">{}</a>", "\" onclick='x'", "<script>&{}</script>");

        assertThat(html.text())
                .isEqualTo("<a title=\"&quot; onclick=&#39;x&#39;\">&lt;script&gt;&amp;{}&lt;/script&gt;</a>");
    }

    @Test
    void of_htmlAndListOfHtml_goInAsTheyAre() {
        Html html = Html.of("<ul>{}</ul>{}", List.of(Html.of("<li>{}</li>", 1), "<"), Html.of("<hr>"));

        assertThat(html.text()).isEqualTo("<ul><li>1</li>&lt;</ul><hr>");
    }

    @Test
    void of_placesAndValuesDiffer_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Html.of("{}{}", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Html.of("{}", 1, 2));
    }
}
