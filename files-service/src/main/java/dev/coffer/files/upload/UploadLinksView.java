package dev.coffer.files.upload;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The file with its link, as the one item of a list (cdf-files.md section 0.1). */
@Schema(name = "UploadLinks")
record UploadLinksView(@Schema(required = true, minItems = 1, maxItems = 1) List<CreatedFileView> items) {}
