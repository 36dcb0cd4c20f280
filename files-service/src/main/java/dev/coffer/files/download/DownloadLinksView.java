package dev.coffer.files.download;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Several links. */
@Schema(name = "DownloadLinks")
record DownloadLinksView(@Schema(required = true) List<DownloadLinkView> items) {}
