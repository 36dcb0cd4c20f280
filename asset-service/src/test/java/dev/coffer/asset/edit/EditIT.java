package dev.coffer.asset.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EditIT {
    private static final AssetService.Change RENAME = new AssetService.Change("ÄNDERUNG", null, null, null, null);

    @Inject
    Rows rows;

    @Inject
    AssetService assets;

    @Test
    void aChangeReplacesWhatItNamesAndNothingElse() {
        Owner owner = Rows.somebody();
        Asset before = rows.add(owner, "before", row -> {
            row.tags = List.of("input", "a");
            row.userMetadata = "{\"filename\":\"f.png\",\"k\":1}";
        });
        Asset renamed = assets.update(owner, before.id, RENAME);
        assertThat(renamed.tags).containsExactly("input", "a");
        assertThat(renamed.updatedAt).isAfter(before.updatedAt);

        Asset after = assets.update(owner, before.id,
                new AssetService.Change(null, List.of("b", "c"), "text/plain", before.id, Map.of("l", 2)));
        assertThat(after.name).isEqualTo("ÄNDERUNG");
        assertThat(after.mimeType).isEqualTo("text/plain");
        assertThat(after.previewId).isEqualTo(before.id);
        assertThat(rows.ask("select user_metadata from asset where id = ?", before.id)).singleElement().asString()
                .contains("\"l\": 2", "\"filename\": \"f.png\"").doesNotContain("\"k\"");
        assertThat(rows.ask("select tag from asset_tag where id = ? order by tag", before.id)).containsExactly("b",
                "c");
        assertThat(rows.ask("select folded_name from asset where id = ?", before.id)).containsExactly("änderung");
        assertThat(events(before.id)).hasSize(2).allMatch(event -> event.contains("dev.coffer.asset.updated"));
    }

    @Test
    void noTagsAreTagsToo() {
        Owner owner = Rows.somebody();
        Asset asset = rows.add(owner, "it", "a", "b");
        assertThat(assets.update(owner, asset.id, new AssetService.Change(null, List.of(), null, null, null)).tags)
                .isEmpty();
        assertThat(rows.ask("select tag from asset_tag where id = ?", asset.id)).isEmpty();
    }

    @Test
    void theSystemsTagIsNeitherSetNorLost() {
        Owner owner = Rows.somebody();
        Asset gone = rows.add(owner, "gone", "missing", "a");
        Asset here = rows.add(owner, "here", "a");
        AssetService.Change other = new AssetService.Change(null, List.of("b"), null, null, null);
        AssetService.Change missing = new AssetService.Change(null, List.of("missing", "b"), null, null, null);
        assertThat(assets.update(owner, gone.id, other).tags).containsExactly("b", "missing");
        assertThat(assets.update(owner, gone.id, missing).tags).containsExactly("b", "missing");
        refused(AssetErrorCode.RESERVED_TAG, () -> assets.update(owner, here.id, missing));
        assertThat(events(here.id)).isEmpty();
    }

    @Test
    void aPreviewHasToBeThere() {
        Owner owner = Rows.somebody();
        Asset asset = rows.add(owner, "it");
        Asset shared = rows.add(Owner.everybody(owner.tenant()), "shared");
        Asset foreign = rows.add(Owner.user(owner.tenant(), "other"), "foreign");
        assertThat(assets.update(owner, asset.id, preview(shared.id)).previewId).isEqualTo(shared.id);
        refused(AssetErrorCode.ASSET_NOT_FOUND, () -> assets.update(owner, asset.id, preview(foreign.id)));
        refused(AssetErrorCode.ASSET_NOT_FOUND, () -> assets.update(owner, asset.id, preview(UUID.randomUUID())));
    }

    @Test
    void whatBelongsToOthersIsUnknown() {
        Asset asset = rows.add(Rows.somebody(), "it");
        for (Owner stranger : List.of(Owner.user(asset.tenant, "other"), Owner.workspace(asset.tenant, "subject"),
                Rows.somebody())) {
            refused(AssetErrorCode.ASSET_NOT_FOUND, () -> assets.find(stranger, asset.id));
            refused(AssetErrorCode.ASSET_NOT_FOUND, () -> assets.update(stranger, asset.id, RENAME));
            refused(AssetErrorCode.ASSET_NOT_FOUND, () -> assets.delete(stranger, asset.id));
        }
        assertThat(events(asset.id)).isEmpty();
    }

    @Test
    void publicAssetsAreWrittenByPublishersOnly() {
        Owner owner = Rows.somebody();
        Asset shared = rows.add(Owner.everybody(owner.tenant()), "shared");
        assertThat(assets.find(owner, shared.id).name).isEqualTo("shared");
        refused(ErrorCode.FORBIDDEN, () -> assets.update(owner, shared.id, RENAME));
        refused(ErrorCode.FORBIDDEN, () -> assets.delete(owner, shared.id));
        refused(AssetErrorCode.ASSET_NOT_FOUND, () -> assets.find(Rows.somebody(), shared.id));
    }

    @Test
    void ofParallelDeletesOneSucceedsAndGivesTheContentBack() throws Exception {
        Owner owner = Rows.somebody();
        Asset asset = rows.add(owner, "it", "a");
        Callable<Boolean> delete = () -> {
            try {
                assets.delete(owner, asset.id);
                return true;
            } catch (ServiceException e) {
                assertThat(e.code()).isEqualTo(AssetErrorCode.ASSET_NOT_FOUND);
                return false;
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> outcomes = threads.invokeAll(IntStream.range(0, 8).mapToObj(i -> delete).toList());
            assertThat(outcomes).filteredOn(Future::resultNow).hasSize(1);
        }
        assertThat(rows.ask("select tag from asset_tag where id = ?", asset.id)).isEmpty();
        assertThat(rows.ask("select id from release where id = ?", asset.contentRef)).hasSize(1);
        assertThat(events(asset.id)).singleElement().asString().contains("dev.coffer.asset.deleted");
    }

    private static AssetService.Change preview(UUID id) {
        return new AssetService.Change(null, null, null, id, null);
    }

    private static void refused(ErrorCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(
                ServiceException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private List<String> events(UUID id) {
        return rows.ask("select payload from outbox where record_key = ? order by seq", id.toString());
    }
}
