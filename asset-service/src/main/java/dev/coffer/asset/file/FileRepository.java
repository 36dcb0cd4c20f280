package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Location;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;

/** Assets as files: found by what their content is called. Each question is one short walk through an index. */
@ApplicationScoped
class FileRepository {
    private static final String BY_HASH = """
            select * from asset where tenant = :tenant and owner = :owner and hash = :hash
            and (expires_at is null or expires_at > now()) limit 1""";
    private static final String BY_NAME = """
            select * from asset where tenant = :tenant and owner = :owner and name = :name
            and tags @> cast(:tags as text[])
            and (expires_at is null or expires_at > now())
            and (:subfolder = '' or user_metadata ->> 'subfolder' = :subfolder)
            order by created_at desc, id desc limit 1""";

    private static final String AT = """
            select * from asset where tenant = :tenant and owner = :owner and name = :name
            and tags @> cast(:tags as text[])
            and (expires_at is null or expires_at > now())
            and coalesce(user_metadata ->> 'subfolder', '') = :subfolder
            order by created_at desc, id desc limit 1""";

    private final EntityManager database;

    FileRepository(EntityManager database) {
        this.database = database;
    }

    /** An asset of the owner with that content. */
    Optional<Asset> withHash(Owner owner, String hash) {
        return database.createNativeQuery(BY_HASH, Asset.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("hash", hash)
                .getResultStream()
                .findFirst();
    }

    /**
     * The owner's newest asset of that name.
     *
     * @param location null for any
     * @param subfolder empty for any
     */
    Optional<Asset> named(Owner owner, String name, Location location, String subfolder) {
        return newest(BY_NAME, owner, name, location, subfolder);
    }

    /** The same in exactly this folder: an empty one is the root. */
    Optional<Asset> at(Owner owner, String name, Location location, String subfolder) {
        return newest(AT, owner, name, location, subfolder);
    }

    private Optional<Asset> newest(String query, Owner owner, String name, Location location, String subfolder) {
        String[] tags = location == null ? new String[0] : new String[] {location.tag()};
        return database.createNativeQuery(query, Asset.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("name", name)
                .setParameter("tags", tags)
                .setParameter("subfolder", subfolder)
                .getResultStream()
                .findFirst();
    }
}
