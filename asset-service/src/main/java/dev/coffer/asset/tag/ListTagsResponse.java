package dev.coffer.asset.tag;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A page of tags. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "ListTagsResponse")
record ListTagsResponse(
        @Schema(required = true, description = "The tags of this page") List<TagCount> tags,
        @Schema(required = true, description = "Number of all tags that fit the query") long total,
        @Schema(required = true, description = "Whether there are more behind this page") boolean hasMore) {
    /** A tag, and how often it is used. */
    @Schema(name = "TagInfo")
    record TagCount(
            @Schema(required = true, description = "The tag") String name,
            @Schema(required = true, description = "Number of visible assets that have it") long count) {}
}
