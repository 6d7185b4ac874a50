package org.remora.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void of_everyKindOfValue_isWritten() {
        Fields fields = Fields.none()
                .with("text", "a \"quoted\" \\ line\nand \u00e4\u0001")
                .with("number", 12L)
                .with("share", 0.5)
                .with("unknown", Double.NaN)
                .with("flag", true)
                .with("nothing", null)
                .with("list", List.of(1, "two"))
                .with("rows", List.of(Fields.none().with("a", 1)))
                .with("none", List.of());

        assertThat(Json.of(fields)).isEqualTo("""
                {
                  "text": "a \\"quoted\\" \\\\ line\\nand \\u00e4\\u0001",
                  "number": 12,
                  "share": 0.5,
                  "unknown": null,
                  "flag": true,
                  "nothing": null,
                  "list": [
                    1,
                    "two"
                  ],
                  "rows": [
                    {
                      "a": 1
                    }
                  ],
                  "none": []
                }""");
    }

    @Test
    void of_noFields_isAnEmptyObject() {
        assertThat(Json.of(Fields.none())).isEqualTo("{}");
    }
}
