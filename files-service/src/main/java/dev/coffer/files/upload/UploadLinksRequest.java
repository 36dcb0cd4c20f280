package dev.coffer.files.upload;

import dev.coffer.files.identifier.Identifier;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The file to which new content shall go. */
record UploadLinksRequest(@Schema(required = true, minItems = 1, maxItems = 1) List<Identifier> items) {}
