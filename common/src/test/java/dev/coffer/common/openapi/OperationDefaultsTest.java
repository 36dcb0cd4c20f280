package dev.coffer.common.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponse;
import static org.eclipse.microprofile.openapi.OASFactory.createAPIResponses;
import static org.eclipse.microprofile.openapi.OASFactory.createComponents;
import static org.eclipse.microprofile.openapi.OASFactory.createContent;
import static org.eclipse.microprofile.openapi.OASFactory.createMediaType;
import static org.eclipse.microprofile.openapi.OASFactory.createOpenAPI;
import static org.eclipse.microprofile.openapi.OASFactory.createOperation;
import static org.eclipse.microprofile.openapi.OASFactory.createPathItem;
import static org.eclipse.microprofile.openapi.OASFactory.createPaths;
import static org.eclipse.microprofile.openapi.OASFactory.createRequestBody;
import static org.eclipse.microprofile.openapi.OASFactory.createSecurityRequirement;

import dev.coffer.common.error.ErrorFormat;
import dev.coffer.common.error.ErrorShape;
import dev.coffer.common.error.SharedErrorFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.junit.jupiter.api.Test;

class OperationDefaultsTest {
    private static final String JSON = "application/json";

    private final Operation operation = createOperation()
            .responses(createAPIResponses().addAPIResponse("200", createAPIResponse().description("Done")));
    private OpenAPI document;

    @Test
    void anOperationRefusesInTheWaysThatAllDo() {
        complete(HttpMethod.GET, SharedErrorFormat.COMFY);
        assertThat(answers()).containsOnlyKeys("200", "400", "401", "403", "429", "500", "503");
        assertThat(answers().get("401").getRef()).isEqualTo("#/components/responses/Unauthorized");
    }

    @Test
    void whoMayComeWithoutCredentialsIsNeverAskedForThem() {
        operation.addSecurityRequirement(createSecurityRequirement());
        complete(HttpMethod.GET, SharedErrorFormat.COMFY);
        assertThat(answers()).containsOnlyKeys("200", "400", "500", "503");
    }

    @Test
    void whoMayComeWithOrWithoutCredentialsCanBringWrongOnes() {
        operation.addSecurityRequirement(createSecurityRequirement());
        operation.addSecurityRequirement(createSecurityRequirement().addScheme("BearerAuth"));
        complete(HttpMethod.GET, SharedErrorFormat.COMFY);
        assertThat(answers()).containsKeys("401", "403", "429");
    }

    @Test
    void aBodyCanBeTooLargeOrTooSlowOrNotUnderstood() {
        takes(JSON);
        complete(HttpMethod.POST, SharedErrorFormat.COMFY);
        assertThat(answers()).containsKeys("408", "413", "415");
    }

    @Test
    void bytesAreTakenUnlessTheyAreCoded() {
        takes("application/octet-stream");
        complete(HttpMethod.POST, SharedErrorFormat.COMFY);
        assertThat(answers()).containsKeys("408", "413", "415");
    }

    @Test
    void whoIsRefusedForAMomentLearnsWhenToComeBack() {
        complete(HttpMethod.GET, SharedErrorFormat.COMFY);
        assertThat(List.of("TooManyRequests", "Unavailable"))
                .allSatisfy(name -> assertThat(component(name).getHeaders()).containsOnlyKeys("Retry-After"));
        assertThat(component("Internal").getHeaders()).isNull();
    }

    @Test
    void aRefusalHasTheWordsOfTheResourceOrOfTheServiceOrTheUsualOnes() {
        operation.getResponses().addAPIResponse("404", createAPIResponse());
        operation.getResponses().addAPIResponse("400", createAPIResponse().description("No such colour"));
        complete(HttpMethod.GET, SharedErrorFormat.COMFY);
        assertThat(answers().get("404").getRef()).isEqualTo("#/components/responses/NotFound");
        assertThat(component("NotFound").getDescription()).isEqualTo("There is no such asset");
        assertThat(component("Internal").getDescription()).isEqualTo(Refusal.INTERNAL.description);
        assertThat(answers().get("400").getDescription()).isEqualTo("No such colour");
        assertThat(schema(answers().get("400"), JSON)).isEqualTo("#/components/schemas/ErrorResponse");
    }

    @Test
    void aStatusThatNoOtherOperationHasNeedsWordsOfItsOwn() {
        operation.getResponses().addAPIResponse("410", createAPIResponse().description("It was there"));
        complete(HttpMethod.GET, SharedErrorFormat.COMFY);
        assertThat(schema(answers().get("410"), JSON)).isEqualTo("#/components/schemas/ErrorResponse");
        operation.getResponses().addAPIResponse("451", createAPIResponse());
        assertThatThrownBy(() -> complete(HttpMethod.GET, SharedErrorFormat.COMFY)).hasMessageContaining("451");
    }

    @Test
    void aRefusalHasTheShapeOfErrorsAtThatPath() {
        complete(HttpMethod.GET, new OtherFormat("application/json", "ErrorEnvelope"));
        assertThat(answers().get("401").getRef()).isEqualTo("#/components/responses/UnauthorizedOther");
        assertThat(schema(component("UnauthorizedOther"), JSON)).isEqualTo("#/components/schemas/ErrorEnvelope");
        complete(HttpMethod.GET, SharedErrorFormat.CDF);
        assertThat(document.getComponents().getSchemas()).containsOnlyKeys("Error");
        complete(HttpMethod.GET, new OtherFormat("text/plain;charset=UTF-8", null));
        assertThat(component("UnauthorizedOther").getContent().getMediaTypes()).containsOnlyKeys("text/plain");
    }

    @Test
    void answersToHeadHaveNoBody() {
        complete(HttpMethod.HEAD, SharedErrorFormat.COMFY);
        assertThat(answers().get("401").getDescription()).isEqualTo(Refusal.UNAUTHORIZED.description);
        assertThat(answers().values()).allSatisfy(answer -> {
            assertThat(answer.getContent()).isNull();
            assertThat(answer.getRef()).isNull();
        });
    }

    private void takes(String type) {
        operation.setRequestBody(
                createRequestBody().content(createContent().addMediaType(type, createMediaType())));
    }

    /** Starts over with what the resource says, in a document of its own. */
    private void complete(HttpMethod method, ErrorFormat format) {
        Map<String, APIResponse> said = answers();
        said.values().removeIf(answer -> answer.getRef() != null);
        operation.getResponses().setAPIResponses(said);
        PathItem things = createPathItem();
        things.setOperation(method, operation);
        document = createOpenAPI()
                .components(createComponents())
                .paths(createPaths().addPathItem("/api/things", things));
        new OperationDefaults(path -> format).describing(404, "There is no such asset").addTo(document);
    }

    private Map<String, APIResponse> answers() {
        return new HashMap<>(operation.getResponses().getAPIResponses());
    }

    private APIResponse component(String name) {
        return document.getComponents().getResponses().get(name);
    }

    private static String schema(APIResponse answer, String type) {
        return answer.getContent().getMediaType(type).getSchema().getRef();
    }

    /** @param schema its name; null if it is not among the components */
    private record OtherFormat(String mediaType, String schema) implements ErrorFormat {

        @Override
        public Object body(int status, String code, String message, Map<String, Object> details) {
            return message;
        }

        @Override
        public ErrorShape shape() {
            return new ErrorShape("Other", schema, ErrorShape.of(SchemaType.STRING));
        }
    }
}
