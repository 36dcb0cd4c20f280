package dev.coffer.asset.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AssetViewsIT {
    @Inject
    Rows rows;

    @Inject
    AssetViews views;

    @Inject
    ObjectMapper json;

    @Test
    void theJsonIsWhatClientsParse() throws Exception {
        Owner owner = Rows.somebody();
        Asset asset = rows.add(owner, "a.bin", row -> {
            row.mimeType = "application/octet-stream";
            row.size = 5_000_000_000L;
            row.createdAt = Instant.parse("2026-11-20T13:48:32Z");
            row.tags = List.of("output", "a");
            row.userMetadata = "{\"k\": null, \"n\": 1.50, \"l\": [null]}";
        });
        JsonNode view = json.readTree(json.writeValueAsString(new AssetCreated(views.of(owner, asset), true)));
        assertThat(view.get("id").textValue()).isEqualTo(asset.id.toString());
        assertThat(view.get("hash")).isEqualTo(view.get("asset_hash"));
        assertThat(view.get("size").isIntegralNumber()).isTrue();
        assertThat(view.get("created_at").textValue()).isEqualTo("2026-11-20T13:48:32.000000Z");
        assertThat(view.get("user_metadata")).hasToString("{\"k\":null,\"n\":1.5,\"l\":[null]}");
        assertThat(view.get("tags")).hasToString("[\"output\",\"a\"]");
        assertThat(view.get("is_immutable").isBoolean()).isTrue();
        assertThat(view.get("created_new").booleanValue()).isTrue();
        for (String absent : List.of("preview_url", "preview_id", "job_id", "prompt_id", "metadata", "asset")) {
            assertThat(view.has(absent)).as(absent).isFalse();
        }
    }

    @Test
    void aPreviewIsItsOwnContentOrThatOfAnotherOrNothing() {
        Owner owner = Rows.somebody();
        Asset image = rows.add(owner, "image.png", row -> row.tags = List.of("temp"));
        Asset shared = rows.add(Owner.everybody(owner.tenant()), "shared.bin", row -> row.tags = List.of("models"));
        Asset foreign = rows.add(Owner.user(owner.tenant(), "other"), "foreign.png");
        assertThat(url(owner, row -> row.mimeType = "Video/mp4")).startsWith("/api/assets/");
        assertThat(url(owner, row -> row.mimeType = "model/obj")).isNull();
        assertThat(url(owner, row -> row.previewId = image.id))
                .startsWith("/api/view?type=temp&filename=" + image.hash.substring(7) + ".png&sig=");
        assertThat(url(owner, row -> row.previewId = shared.id)).startsWith("/api/assets/" + shared.id + "/")
                .doesNotContain("/api/view");
        assertThat(url(owner, row -> row.previewId = foreign.id)).isNull();
        assertThat(url(owner, row -> row.previewId = UUID.randomUUID())).isNull();
    }

    private String url(Owner owner, java.util.function.Consumer<Asset> more) {
        return views.of(owner, rows.add(owner, "it", more)).previewUrl();
    }
}
