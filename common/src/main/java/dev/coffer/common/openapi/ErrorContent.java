package dev.coffer.common.openapi;

import dev.coffer.common.error.ErrorFormat;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;

/** What an error looks like in a document, in each format; the bodies themselves come from the one error mapper. */
final class ErrorContent {
    private static final String COMFY = "ErrorResponse";
    private static final String COMFY_V2 = "ErrorEnvelope";
    private static final String CDF = "Error";
    private static final String CODE = "code";
    private static final String MESSAGE = "message";
    private static final String DETAILS = "details";
    private static final String ERROR = "error";

    private ErrorContent() {}

    /** The body of an error; where it is JSON it refers to the {@link #schemas}. */
    static Content of(ErrorFormat format) {
        return switch (format) {
            case COMFY -> json(COMFY);
            case COMFY_V2 -> json(COMFY_V2);
            case CDF -> json(CDF);
            case TEXT -> content(MediaType.TEXT_PLAIN, schema(SchemaType.STRING));
        };
    }

    /** What the components of a document must have for errors in this format. */
    static Map<String, Schema> schemas(ErrorFormat format) {
        return switch (format) {
            case COMFY -> Map.of(COMFY, coded("Code for programs")
                    .addProperty(ERROR, anything("The same once more, as open-source clients read it")));
            case COMFY_V2 -> Map.of(COMFY_V2, enclosed(coded("Code for programs, in small letters")));
            case CDF -> Map.of(CDF, enclosed(cdf()));
            case TEXT -> Map.of();
        };
    }

    /** Tells apart the components of a document whose paths have several formats. */
    static String suffix(ErrorFormat format) {
        return switch (format) {
            case COMFY, CDF -> "";
            case COMFY_V2 -> "V2";
            case TEXT -> "Text";
        };
    }

    private static Schema coded(String code) {
        return schema(SchemaType.OBJECT)
                .addProperty(CODE, schema(SchemaType.STRING).description(code))
                .addProperty(MESSAGE, schema(SchemaType.STRING).description("Sentence for people"))
                .addProperty(DETAILS, anything("What exactly is wrong"))
                .addRequired(CODE)
                .addRequired(MESSAGE);
    }

    private static Schema cdf() {
        return schema(SchemaType.OBJECT)
                .addProperty(CODE, schema(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty(MESSAGE, schema(SchemaType.STRING))
                .addProperty("missing", objects())
                .addProperty("duplicated", objects())
                .addRequired(CODE)
                .addRequired(MESSAGE);
    }

    private static Schema enclosed(Schema error) {
        return schema(SchemaType.OBJECT).addProperty(ERROR, error).addRequired(ERROR);
    }

    private static Schema objects() {
        return schema(SchemaType.ARRAY).items(schema(SchemaType.OBJECT));
    }

    private static Schema anything(String description) {
        return schema(SchemaType.OBJECT).additionalPropertiesSchema(OASFactory.createSchema()).description(description);
    }

    private static Schema schema(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static Content json(String name) {
        return content(MediaType.APPLICATION_JSON, OASFactory.createSchema().ref(name));
    }

    private static Content content(String type, Schema schema) {
        return OASFactory.createContent().addMediaType(type, OASFactory.createMediaType().schema(schema));
    }
}
