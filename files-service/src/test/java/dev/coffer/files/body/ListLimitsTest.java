package dev.coffer.files.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.files.TestJson;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

class ListLimitsTest {
    record Body(
            @Schema(maxItems = 3) List<Long> ids,
            @Schema(maxProperties = 2) Map<String, String> pairs,
            List<Long> free,
            @Schema(maxItems = 2) List<Body> nested) {}

    @Test
    void oneMoreThanAllowedIsKept() {
        String many = "[1" + ",2".repeat(100_000) + "]";
        assertThat(read("{\"ids\":[1,2,3]}").ids()).containsExactly(1L, 2L, 3L);
        assertThat(read("{\"ids\":" + many + "}").ids()).containsExactly(1L, 2L, 2L, 2L);
        assertThat(read("{\"free\":" + many + "}").free()).hasSize(100_001);
        assertThat(read("{\"pairs\":{\"a\":\"1\",\"b\":null,\"c\":\"3\",\"d\":{\"e\":[]}},\"ids\":[7]}"))
                .satisfies(body -> assertThat(body.pairs()).hasSize(3).containsEntry("b", null))
                .satisfies(body -> assertThat(body.ids()).containsExactly(7L));
        assertThat(read("{\"nested\":[{\"ids\":[1]},null,{},{},[[]]],\"ids\":[7]}"))
                .satisfies(body -> assertThat(body.nested()).hasSize(3))
                .satisfies(body -> assertThat(body.ids()).containsExactly(7L));
    }

    @Test
    void whatDoesNotFitIsNamedAsEver() {
        assertThatThrownBy(() -> read("{\"nested\":[{},{\"ids\":[1,\"x\"]}]}"))
                .cause().hasMessageContaining("[\"nested\"]").hasMessageContaining("[1]")
                .hasMessageContaining("[\"ids\"]");
        assertThatThrownBy(() -> read("{\"pairs\":{\"a\":1}}")).cause()
                .hasMessageContaining("[\"pairs\"]->java.util.LinkedHashMap[\"a\"]");
        assertThatThrownBy(() -> read("{\"ids\":5}")).cause().hasMessageContaining("[\"ids\"]");
    }

    private static Body read(String json) {
        return TestJson.read(json, Body.class);
    }
}
