package dev.coffer.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API document as a whole; what each operation has to say is compared in the acceptance suite. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class DocumentIT {
    private static final List<String> METHODS = List.of("get", "head", "post", "put", "delete");

    @Test
    void everyOperationHasAnIdOfItsOwnAndSaysHowItRefuses() throws Exception {
        List<String> ids = new ArrayList<>();
        document().path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(operation -> METHODS.contains(operation.getKey()))
                .forEach(operation -> {
                    String name = operation.getKey() + " " + path.getKey();
                    assertThat(operation.getValue().path("responses").fieldNames()).toIterable().as(name)
                            .contains("400", "401", "403", "429", "500", "503");
                    assertThat(operation.getValue().path("operationId").asText()).as(name).isNotBlank();
                    ids.add(operation.getValue().path("operationId").asText());
                }));
        assertThat(ids).doesNotHaveDuplicates().contains("uploadAsset", "addAssetTags", "removeAssetTags",
                "checkAssetByHash",
                "postAssets", "assetFromHash", "headAssetByHash", "getAssetV2", "deleteAssetV2", "getAssetContentV2",
                "getRemoteAssetMetadata", "createAssetDownload", "listTasks", "getTask", "seedAssets");
    }

    @Test
    void theSecondVersionRefusesInAShapeOfItsOwn() throws Exception {
        JsonNode document = document();
        assertThat(refusal(document, "/api/assets/{id}")).isEqualTo("#/components/schemas/ErrorResponse");
        assertThat(refusal(document, "/api/v2/assets/{id}")).isEqualTo("#/components/schemas/ErrorEnvelope");
    }

    private static String refusal(JsonNode document, String path) {
        String answer = document.path("paths").path(path).at("/get/responses/429/$ref").asText();
        return document.at(answer.substring(1) + "/content/application~1json/schema/$ref").asText();
    }

    @Test
    void anUploadIsAFormOrAUrl() throws Exception {
        JsonNode upload = document().path("paths").path("/api/assets").path("post");
        assertThat(upload.path("operationId").asText()).isEqualTo("uploadAsset");
        assertThat(upload.path("requestBody").path("content").fieldNames()).toIterable()
                .containsExactlyInAnyOrder("multipart/form-data", "application/json");
    }

    @Test
    void itSaysHowManyTagsThereMayBe() throws Exception {
        JsonNode schemas = document().path("components").path("schemas");
        for (String body : List.of("TagsModification", "UploadAssetV2", "AssetDownloadRequest")) {
            assertThat(schemas.path(body).path("properties").path("tags").path("maxItems").asInt()).as(body)
                    .isEqualTo(100);
        }
        Map<String, String> filters = new HashMap<>();
        document().path("paths").path("/api/assets").path("get").path("parameters").forEach(
                parameter -> filters.put(parameter.path("name").asText(), parameter.path("description").asText()));
        filters.keySet().removeIf(name -> !name.contains("tags"));
        assertThat(filters).containsOnlyKeys("include_tags", "exclude_tags", "tags_all", "tags_any", "tags_none");
        assertThat(filters.values()).allSatisfy(said -> assertThat(said).containsIgnoringCase("at most 100"));
    }

    private static JsonNode document() throws Exception {
        return new ObjectMapper().readTree(given().get("/openapi/assets.json").asString());
    }
}
