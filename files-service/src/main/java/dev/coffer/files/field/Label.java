package dev.coffer.files.field;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A label on a file. */
public record Label(@Schema(required = true, maxLength = FieldLimits.EXTERNAL_ID) String externalId) {}
