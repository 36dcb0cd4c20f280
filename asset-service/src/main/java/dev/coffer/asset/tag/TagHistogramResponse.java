package dev.coffer.asset.tag;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.tag.ListTagsResponse.TagCount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How often tags occur among some assets, the most frequent first. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "AssetTagHistogramResponse")
record TagHistogramResponse(
        @Schema(required = true, description = "Number of assets by tag") Map<String, Long> tagCounts) {

    static TagHistogramResponse of(List<TagCount> counts) {
        Map<String, Long> byTag = new LinkedHashMap<>();
        counts.forEach(count -> byTag.put(count.name(), count.count()));
        return new TagHistogramResponse(byTag);
    }
}
