package dev.coffer.asset.tag;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag, and how often it is used. */
@Schema(name = "TagInfo")
record TagCount(
        @Schema(required = true, description = "The tag")
        String name,
        @Schema(required = true, description = "Number of visible assets that have it")
        long count) {}
