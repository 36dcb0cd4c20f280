package dev.coffer.files.find;

import dev.coffer.files.identifier.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which files to give back. */
public record FilesByIdsRequest(
        @Schema(required = true, maxItems = FilesByIdsRequest.MOST, uniqueItems = true) List<Identifier> items,
        @Schema(defaultValue = "false", description = "Whether unknown files are left out instead of refused.")
                @Nullable Boolean ignoreUnknownIds) {
    public static final int MOST = 1000;
}
