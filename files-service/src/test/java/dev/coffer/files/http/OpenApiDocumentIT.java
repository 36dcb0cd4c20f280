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
            if (operation.name().startsWith("post")) {
                JsonNode body = operation.is.path("requestBody");
                assertThat(body.path("required").asBoolean()).as(operation.name()).isTrue();
                assertThat(body.at("/content/application~1json/schema").isObject()).as(operation.name()).isTrue();
            }
            JsonNode responses = operation.is.path("responses");
            JsonNode good = responses.has("201") ? responses.path("201") : responses.path("200");
            assertThat(good.path("content").elements().next().path("schema").isObject()).as(operation.name()).isTrue();
            for (String status : List.of("400", "401", "403", "408", "413", "415", "429", "500", "503")) {
                assertThat(responses.at("/" + status + "/content/application~1json/schema/$ref").asText())
                        .as(operation.name() + " " + status).isEqualTo("#/components/schemas/Error");
            }
        }
    }

    @Test
    void everyParameterHasASchema() {
        for (Operation operation : operations()) {
            operation.is.path("parameters").forEach(parameter -> assertThat(
                            parameter.path("schema").has("type") || parameter.path("schema").has("$ref"))
                    .as(operation.name() + " " + parameter.path("name").asText()).isTrue());
        }
    }

    private static List<Operation> operations() {
        String text = given().accept("application/json").get("/openapi/files.json").asString();
        List<Operation> operations = new ArrayList<>();
        TestJson.read(text, JsonNode.class).path("paths").properties().forEach(path -> path.getValue().properties()
                .stream().filter(member -> Set.of("get", "post", "put", "delete").contains(member.getKey()))
                .forEach(member -> operations.add(new Operation(member.getKey() + " " + path.getKey(), member.getValue()))));
        return operations;
    }

    private record Operation(String name, JsonNode is) {}
}
