package dev.coffer.files.field;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the OpenAPI document says about the elements of a list of ids; in Java they are {@code Long}. */
@Schema(
        name = "InternalId",
        type = SchemaType.INTEGER,
        format = "int64",
        minimum = "1",
        maximum = FieldLimits.MAX_ID,
        description = "An id that the server has made.")
public interface InternalId {}
