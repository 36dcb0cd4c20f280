package dev.coffer.userdata;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The OpenAPI document lists credentials and error responses. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class DocumentIT {
    private static final Set<String> OPEN = Set.of("getFeatures", "getSystemStats", "deleteSession");
    private static final List<String> PATHS = List.of(
            "/api/auth/session", "/api/features", "/api/keys", "/api/keys/{id}", "/api/operator/credentials",
            "/api/settings",
            "/api/settings/{id}",
            "/api/system_stats", "/api/usage", "/api/user", "/api/userdata", "/api/userdata/{file}",
            "/api/userdata/{file}/move/{dest}",
            "/api/users", "/api/v2/userdata", "/api/v2/userdata/versions", "/api/v2/userdata/versions/content",
            "/api/v2/userdata/versions/deleted", "/api/v2/userdata/versions/restore", "/api/workspaces/current");

    @Test
    void everyOperationIsDescribed() throws Exception {
        JsonNode document = new ObjectMapper().readTree(given().get("/openapi/userdata.json").asString());
        Map<String, JsonNode> operations = new TreeMap<>();
        document.get("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(method -> Set.of("get", "post", "put", "delete").contains(method.getKey()))
                .forEach(method -> operations.put(method.getKey() + " " + path.getKey(), method.getValue())));
        assertThat(document.get("paths").properties()).extracting(Map.Entry::getKey)
                .filteredOn(p -> !p.startsWith("/test"))
                .containsExactlyInAnyOrderElementsOf(PATHS);
        operations.forEach((name, operation) -> {
            if (!name.contains("/test")) {
                assertDescribed(name, operation);
            }
        });
    }

    @Test
    void refusalsOfUserFilesAreSentences() throws Exception {
        JsonNode document = new ObjectMapper().readTree(given().get("/openapi/userdata.json").asString());
        assertThat(refusal(document, "/api/userdata/{file}")).containsExactly("text/plain");
        assertThat(refusal(document, "/api/settings")).containsExactly("application/json");
    }

    private static Iterable<String> refusal(JsonNode document, String path) {
        String answer = document.get("paths").path(path).at("/get/responses/429/$ref").asText();
        JsonNode content = document.at(answer.substring(1)).path("content");
        return content::fieldNames;
    }

    private static void assertDescribed(String name, JsonNode operation) {
        String id = operation.path("operationId").asText();
        assertThat(id).as(name).isNotBlank();
        assertThat(operation.path("summary").asText()).as(name).isNotBlank();
        boolean open = operation.has("security") && StreamSupport.stream(operation.get("security").spliterator(), false)
                .allMatch(JsonNode::isEmpty);
        assertThat(open).as(name).isEqualTo(OPEN.contains(id));
        assertThat(operation.get("responses").fieldNames()).toIterable().as(name).contains("400", "500", "503");
        if (!open) {
            assertThat(operation.get("responses").fieldNames()).toIterable().as(name).contains("401", "403", "429");
        }
    }
}
