package dev.coffer.files.page;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many there are: always one item. */
@Schema(name = "Counts")
public record CountsView(@Schema(required = true, minItems = 1, maxItems = 1) List<Count> items) {

    public static CountsView of(long count) {
        return new CountsView(List.of(new Count(count)));
    }

    @Schema(name = "Count")
    public record Count(@Schema(required = true, minimum = "0") long count) {}
}
