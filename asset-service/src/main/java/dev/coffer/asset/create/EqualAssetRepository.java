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

/**
 * Assets that another upload of their bytes may be (comfy.md sections 2.2 and 4.1): not those of the second version, and
 * of no use to whoever wants them in another folder, or for another job.
 */
@ApplicationScoped
class EqualAssetRepository {
    private static final String EQUAL = """
            select * from asset where tenant = ? and owner = ? and hash = ? and dedup_key is not null
            and (expires_at is null or expires_at > now())""";

    private final EntityManager database;

    EqualAssetRepository(EntityManager database) {
        this.database = database;
    }

    /**
     * The oldest one, safe from changes until the transaction ends.
     *
     * @param place null for any
     * @param job null for any
     */
    Optional<Asset> find(Owner owner, String hash, Place place, UUID job) {
        SqlText sql = oldest(owner, hash, place, job).add(" for share");
        return sql.bindTo(database.unwrap(Session.class).createNativeQuery(sql.text(), Asset.class))
                .getResultStream()
                .findFirst();
    }

    static SqlText oldest(Owner owner, String hash, Place place, UUID job) {
        SqlText sql = new SqlText().add(EQUAL, owner.tenant(), owner.key(), hash);
        if (place != null) {
            sql.add(" and file_type = ? and md5(file_folder) = md5(cast(? as text))", place.type(), place.subfolder());
            sql.add(" and file_folder = ?", place.subfolder());
        }
        if (job != null) {
            sql.add(" and job_id = ?", job);
        }
        return sql.add(" order by created_at, id limit 1");
    }
}
