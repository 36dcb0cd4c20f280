package dev.coffer.asset.edit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What removing tags came to; all lists are alphabetical. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "TagsRemoved")
record TagsRemoved(
        @Schema(required = true, description = "Tags that the asset has lost")
        List<String> removed,
        @Schema(required = true, description = "Tags that it did not have")
        List<String> notPresent,
        @Schema(required = true, description = "All tags that it has now")
        List<String> totalTags) {}
