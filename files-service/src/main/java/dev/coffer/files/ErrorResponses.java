package dev.coffer.files;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Writes into the OpenAPI document what holds for every operation: its refusals and their shape. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ErrorResponses implements OASFilter {
    private static final String SCHEMA = "Error";
    private static final Map<String, String> EVERYWHERE = Map.of(
            "400", "The request is wrong; the message names the field, missing the files that are unknown",
            "401", "No valid access token",
            "403", "The token gives no access to the project",
            "408", "The body did not arrive in time",
            "413", "The body is too large, or the content above the quota",
            "415", "Content-Encoding is neither gzip nor absent",
            "429", "Too many requests of the tenant, see Retry-After",
            "500", "Unexpected error",
            "503", "Passing trouble, see Retry-After");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().addSchema(SCHEMA, error());
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .map(Operation::getResponses)
                .forEach(ErrorResponses::complete);
    }

    private static void complete(APIResponses responses) {
        EVERYWHERE.forEach((status, description) -> {
            if (!responses.hasAPIResponse(status)) {
                responses.addAPIResponse(status, OASFactory.createAPIResponse().description(description));
            }
        });
        responses.getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0) {
                shape(response);
            }
        });
    }

    private static void shape(APIResponse response) {
        Content json = OASFactory.createContent().addMediaType("application/json",
                OASFactory.createMediaType().schema(OASFactory.createSchema().ref(SCHEMA)));
        response.setContent(json);
    }

    private static Schema error() {
        Schema error = object()
                .addProperty("code", typed(SchemaType.INTEGER).description("The HTTP status."))
                .addProperty("message", typed(SchemaType.STRING))
                .addProperty("missing", typed(SchemaType.ARRAY).items(object()))
                .addProperty("duplicated", typed(SchemaType.ARRAY).items(object()))
                .addRequired("code")
                .addRequired("message");
        return object().addProperty("error", error).addRequired("error");
    }

    private static Schema object() {
        return typed(SchemaType.OBJECT);
    }

    private static Schema typed(SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
