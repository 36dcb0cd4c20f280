package dev.coffer.files.list;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the OpenAPI document says about a time in a query; in Java it is a text until it is read. */
@Schema(type = SchemaType.INTEGER, format = "int64", minimum = "0")
interface EpochMillis {}
