package dev.coffer.files.download;

import dev.coffer.files.identifier.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whose content to download. */
record DownloadLinksRequest(
        @Schema(required = true, maxItems = DownloadLinksRequest.MOST, uniqueItems = true)
                List<Identifier> items) {
    static final int MOST = 100;
}
