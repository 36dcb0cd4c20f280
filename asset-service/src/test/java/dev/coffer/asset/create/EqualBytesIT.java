package dev.coffer.asset.create;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.name.Location;
import dev.coffer.asset.name.Place;
import dev.coffer.common.identity.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same bytes may be very many assets, as an empty layer in every folder: one more upload of them is cheap. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class EqualBytesIT {
    private static final int MANY = 20_000;
    private static final int BLOCKS = 12;
    private static final String HASH = "blake3:" + "e".repeat(64);
    // As many others are older, so that the oldest of all is not the one by chance.
    private static final String ROWS = """
            insert into asset (tenant, owner, id, name, folded_name, content_ref, size, hash, reusable, repeats, mime_type, tags, file_type,
                file_folder, file_name, user_metadata, metadata, created_by, created_at, updated_at, last_access_time)
            select '%1$s', '%2$s', gen_random_uuid(), 'layer', 'layer', gen_random_uuid(), 1, hash, true, true,
                'image/png', array['input'], 'input', 'folder ' || n, 'layer', jsonb_build_object('subfolder', 'folder ' || n), '{}', 's',
                now() - n * interval '1 second', now(), now()
            from (select n, case when n <= %4$d then '%3$s' else 'blake3:' || n end as hash
                from generate_series(1, 2 * %4$d) n) it""";
    private static final Owner OWNER = Rows.somebody();
    private static boolean made;

    @Inject
    Rows rows;

    @Inject
    EqualAssetRepository reusables;

    @Inject
    AssetRepository assets;

    @BeforeEach
    void manyEqualOnesInFoldersOfTheirOwn() {
        if (!made) {
            rows.fill(ROWS.formatted(OWNER.tenant(), OWNER.key(), HASH, MANY));
            rows.run("analyze asset");
            made = true;
        }
    }

    @Test
    void theOldestIsFoundWithoutTheOthers() {
        assertThat(find(null)).contains("folder " + MANY);
        assertThat(cost(null)).isLessThan(BLOCKS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7_777, MANY})
    void theOneOfAFolderIsFoundWithoutTheOthers(int folder) {
        assertThat(find(place("folder " + folder))).contains("\"folder " + folder + "\"");
        assertThat(cost(place("folder " + folder))).isLessThan(BLOCKS);
    }

    @Test
    void thatAFolderHasNoneIsFoundWithoutTheOthers() {
        assertThat(find(place("new"))).isEmpty();
        assertThat(cost(place("new"))).isLessThan(BLOCKS);
    }

    @Test
    void anOwnerWithoutTheContentIsToldSo() {
        assertThat(assets.hasContent(OWNER, HASH)).isTrue();
        assertThat(assets.hasContent(Rows.somebody(), HASH)).isFalse();
    }

    private static Place place(String subfolder) {
        return new Place(Location.INPUT, subfolder);
    }

    private String find(Place place) {
        return QuarkusTransaction.requiringNew()
                .call(() -> reusables.reusable(OWNER, HASH, place, null)).map(asset -> asset.userMetadata).orElse("");
    }

    private int cost(Place place) {
        return rows.blocks(EqualAssetRepository.oldest(OWNER, HASH, place, null));
    }
}
