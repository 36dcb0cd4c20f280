package dev.coffer.common.error;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * What an error looks like in an OpenAPI document.
 *
 * @param suffix tells apart the components of a document whose paths have several formats
 * @param name of the schema among the components; null if it is not one of them
 * @param schema of the body
 */
public record ErrorShape(String suffix, @Nullable String name, Schema schema) {

    /** An object with a code, a message and details. @param code what the code is */
    public static Schema coded(String code) {
        return of(SchemaType.OBJECT)
                .addProperty("code", of(SchemaType.STRING).description(code))
                .addProperty("message", of(SchemaType.STRING).description("Sentence for people"))
                .addProperty("details", anything("What exactly is wrong"))
                .addRequired("code")
                .addRequired("message");
    }

    /** An object whose {@code error} is this. */
    public static Schema enclosed(Schema error) {
        return of(SchemaType.OBJECT).addProperty("error", error).addRequired("error");
    }

    public static Schema of(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    static Schema anything(String description) {
        return of(SchemaType.OBJECT).additionalPropertiesSchema(OASFactory.createSchema()).description(description);
    }
}
