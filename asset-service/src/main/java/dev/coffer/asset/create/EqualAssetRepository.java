package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.name.Place;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Assets that another upload of their bytes may have as its outcome (comfy.md sections 2.2, 3 and 4.1). */
@ApplicationScoped
class EqualAssetRepository {
    private static final String REUSABLE = """
            select * from asset where tenant = ? and owner = ? and hash = ? and reusable
            and (expires_at is null or expires_at > now())""";
    private static final String SAME_REFERENCE = """
            select * from asset
            where tenant = ? and owner = ? and hash = ? and not reusable and expires_at is null
            and file_path is not distinct from cast(? as text) and tags = cast(? as text[])
            limit 1 for key share""";

    private final EntityManager database;

    EqualAssetRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * The oldest reusable asset with this content, locked against changes until the transaction ends. Assets of version
     * 2 are not reusable, and with a place or a job only assets there and of it.
     *
     * @param place of the file; if absent, any
     * @param job that made the asset; if absent, any
     */
    Optional<Asset> reusable(Owner owner, String hash, @Nullable Place place, @Nullable UUID job) {
        return first(oldest(owner, hash, place, job).add(" for share"));
    }

    static SqlText oldest(Owner owner, String hash, @Nullable Place place, @Nullable UUID job) {
        SqlText sql = new SqlText().add(REUSABLE, owner.tenant(), owner.key(), hash);
        if (place != null) {
            sql.add(" and file_type = ? and md5(file_folder) = md5(cast(? as text))", place.type(), place.subfolder());
            sql.add(" and file_folder = ?", place.subfolder());
        }
        if (job != null) {
            sql.add(" and job_id = ?", job);
        }
        return sql.add(" order by created_at, id limit 1");
    }

    /** The one of version 2 with the same content, path and tags; one that ends is never the same as another. */
    Optional<Asset> sameReference(Asset row) {
        if (row.expiresAt != null) {
            return Optional.empty();
        }
        return first(new SqlText().add(SAME_REFERENCE, row.tenant, row.owner, row.hash, row.filePath,
                row.tags.toArray(String[]::new)));
    }

    private Optional<Asset> first(SqlText sql) {
        return sql.bindTo(database.unwrap(Session.class).createNativeQuery(sql.text(), Asset.class))
                .getResultStream()
                .findFirst();
    }
}
