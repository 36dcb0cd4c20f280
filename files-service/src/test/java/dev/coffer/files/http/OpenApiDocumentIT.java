package dev.coffer.files.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.files.FilesServers;
import dev.coffer.files.TestJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The document says of every operation what a generated client, or a generated test, has to know. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class OpenApiDocumentIT {
    private static final String FILES = "/api/v1/projects/{project}/files";

    @Test
    void everyOperationIsThere() {
        assertThat(operations().stream().map(Operation::name)).contains(
                "post " + FILES, "get " + FILES, "post " + FILES + "/list", "post " + FILES + "/search",
                "post " + FILES + "/aggregate", "post " + FILES + "/byids", "get " + FILES + "/{id}",
                "post " + FILES + "/update", "post " + FILES + "/delete", "post " + FILES + "/downloadlink",
                "post " + FILES + "/initmultipartupload", "post " + FILES + "/completemultipartupload",
                "post " + FILES + "/uploadlink", "post " + FILES + "/multiuploadlink", "get " + FILES + "/icon",
                "post /api/v1/projects/{project}/labels", "post /api/v1/projects/{project}/labels/list",
                "post /api/v1/projects/{project}/labels/byids", "post /api/v1/projects/{project}/labels/delete",
                "post /api/v1/projects/{project}/datasets", "post /api/v1/projects/{project}/datasets/list",
                "post /api/v1/projects/{project}/datasets/byids", "post /api/v1/projects/{project}/datasets/update",
                "post /api/v1/projects/{project}/datasets/aggregate",
                "get /api/v1/token/inspect", "get /api/v1/projects/{project}/sessions");
    }

    @Test
    void everyOperationHasANameOfItsOwnOneTagAndASummary() {
        Set<String> ids = new TreeSet<>();
        for (Operation operation : operations()) {
            assertThat(ids.add(operation.is.path("operationId").asText())).as(operation.name()).isTrue();
            assertThat(operation.is.path("tags")).as(operation.name()).hasSize(1);
            assertThat(operation.is.path("summary").asText()).as(operation.name()).isNotBlank();
        }
    }

    @Test
    void everyBodyIsDescribedOnBothWays() {
        for (Operation operation : operations()) {
            JsonNode body = operation.is.path("requestBody");
            if (operation.name().startsWith("post")) {
                assertThat(body.path("required").asBoolean()).as(operation.name()).isTrue();
                assertThat(body.at("/content/application~1json/schema").isObject()).as(operation.name()).isTrue();
            }
            JsonNode responses = operation.is.path("responses");
            JsonNode good = responses.has("201") ? responses.path("201") : responses.path("200");
            assertThat(good.path("content").elements().next().path("schema").isObject()).as(operation.name()).isTrue();
        }
    }

    @Test
    void everyRefusalIsThereInTheShapeOfTheApi() {
        for (Operation operation : operations()) {
            Set<String> refusals = new TreeSet<>(Set.of("400", "401", "403", "429", "500", "503"));
            if (operation.is.has("requestBody")) {
                refusals.addAll(Set.of("408", "413", "415"));
            }
            operation.is.path("responses").fieldNames().forEachRemaining(status -> {
                if (status.startsWith("4")) {
                    refusals.add(status);
                }
            });
            for (String status : refusals) {
                JsonNode answer = resolved(operation.is.path("responses").path(status));
                assertThat(answer.path("description").asText()).as(operation.name() + " " + status).isNotBlank();
                assertThat(answer.at("/content/application~1json/schema/$ref").asText())
                        .as(operation.name() + " " + status).isEqualTo("#/components/schemas/Error");
            }
        }
    }

    @Test
    void whoIsRefusedForAMomentLearnsWhenToComeBack() {
        for (Operation operation : operations()) {
            for (String status : List.of("429", "503")) {
                assertThat(resolved(operation.is.path("responses").path(status)).path("headers").has("Retry-After"))
                        .as(operation.name() + " " + status).isTrue();
            }
        }
    }

    @Test
    void everyParameterHasASchema() {
        for (Operation operation : operations()) {
            operation.is.path("parameters").forEach(parameter -> assertThat(
                    resolved(resolved(parameter).path("schema")).has("type"))
                    .as(operation.name() + " " + parameter).isTrue());
        }
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document().at(node.get("$ref").asText().substring(1)) : node;
    }

    private static JsonNode document() {
        return TestJson.read(given().accept("application/json").get("/openapi/files.json").asString(), JsonNode.class);
    }

    private static List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document().path("paths").properties().forEach(path -> path.getValue().properties()
                .stream().filter(member -> Set.of("get", "post", "put", "delete").contains(member.getKey()))
                .forEach(member -> operations
                        .add(new Operation(member.getKey() + " " + path.getKey(), member.getValue()))));
        return operations;
    }

    private record Operation(String name, JsonNode is) {}
}
