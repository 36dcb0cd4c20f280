package dev.coffer.asset.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Location;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.database.SqlText;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Files are found without a search, however many assets the workspace has. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FileRepositoryIT {
    private static final int MANY = 20_000;
    private static final int BLOCKS = 12;
    private static final String ROWS = """
            insert into asset (tenant, owner, id, name, folded_name, content_ref, size, hash, mime_type, tags, user_metadata,
                metadata, created_by, created_at, updated_at, last_access_time)
            select '%s', '%s', gen_random_uuid(), 'file ' || n, 'file ' || n, gen_random_uuid(), 1, 'blake3:' || md5(n::text),
                'image/png', array['output'], '{}', '{}', 's', now(), now(), now() from generate_series(1, %d) n""";

    @Inject
    Rows rows;

    @Inject
    FileRepository files;

    @Test
    void aNameAndAHashTouchAFewBlocks() {
        Owner owner = Rows.somebody();
        rows.run(ROWS.formatted(owner.tenant(), owner.key(), MANY));
        rows.run("analyze asset");
        Asset found = files.named(owner, "file 12345", Location.OUTPUT).orElseThrow();
        assertThat(files.withHash(owner, found.hash)).map(asset -> asset.id).contains(found.id);
        String mine = " from asset where tenant = '" + owner.tenant() + "' and owner = '" + owner.key() + "' and ";
        assertThat(cost("select *" + mine + "name = 'file 777' and tags @> '{output}' and (expires_at is null or expires_at > now())"
                + " order by created_at desc, id desc limit 1")).isLessThan(BLOCKS);
        assertThat(cost("select *" + mine + "hash = 'blake3:" + found.hash.substring(7)
                + "' and (expires_at is null or expires_at > now()) limit 1")).isLessThan(BLOCKS);
    }

    private int cost(String query) {
        return rows.blocks(new SqlText().add(query));
    }
}
