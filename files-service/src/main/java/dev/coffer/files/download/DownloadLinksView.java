package dev.coffer.files.download;

import dev.coffer.files.file.InstanceId;
import dev.coffer.files.identifier.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Several links. */
@Schema(name = "DownloadLinks")
record DownloadLinksView(@Schema(required = true) List<DownloadLinkView> items) {
    /** A link, beside the identifier that the caller used and no other (cdf-files.md section 0.9). */
    @Schema(name = "DownloadLink")
    record DownloadLinkView(
            @Nullable Long id, @Nullable String externalId, @Nullable InstanceId instanceId,
            @Schema(required = true) String downloadUrl) {
        static DownloadLinkView of(Identifier item, String url) {
            return new DownloadLinkView(item.id(), item.externalId(), item.instanceId(), url);
        }
    }
}
