package dev.coffer.asset.edit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What adding tags came to; all lists are alphabetical. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "TagsAdded")
record TagsAdded(
        @Schema(required = true, description = "Tags that are new to the asset")
        List<String> added,
        @Schema(required = true, description = "Tags that it had before")
        List<String> alreadyPresent,
        @Schema(required = true, description = "All tags that it has now")
        List<String> totalTags) {}
