package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Location;
import dev.coffer.asset.Place;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

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
            order by created_at desc, id desc limit 1""";
    private static final String AT = """
            select * from asset where tenant = :tenant and owner = :owner and name = :name
            and tags @> cast(:tags as text[])
            and (expires_at is null or expires_at > now())
            and coalesce(user_metadata ->> 'subfolder', '') = :subfolder
            order by created_at desc, id desc limit 1""";
    private static final String COPIES = """
            select * from asset where tenant = :tenant and owner = :owner and hash = :hash
            and tags @> cast(:tags as text[])
            and (expires_at is null or expires_at > now())
            and coalesce(user_metadata ->> 'subfolder', '') = :subfolder
            order by name = :name desc, created_at desc, id desc limit 100 for share""";

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

    /** The owner's newest asset of that name. @param location null for any */
    Optional<Asset> named(Owner owner, String name, Location location) {
        return newest(question(BY_NAME, owner, location).setParameter("name", name));
    }

    /** The same in exactly this folder: an empty one is the root. */
    Optional<Asset> at(Owner owner, String name, Location location, String subfolder) {
        return newest(question(AT, owner, location).setParameter("name", name).setParameter("subfolder", subfolder));
    }

    /** The same, safe from changes until the transaction ends. */
    Optional<Asset> sharedAt(Owner owner, String name, Place place) {
        return newest(question(AT + " for share", owner, place.location())
                .setParameter("name", name)
                .setParameter("subfolder", place.subfolder()));
    }

    /** Assets with that content in one folder, at most 100: those of that name, then the newest; safe as well. */
    List<Asset> sharedCopies(Owner owner, String hash, Place place, String name) {
        return question(COPIES, owner, place.location())
                .setParameter("hash", hash)
                .setParameter("name", name)
                .setParameter("subfolder", place.subfolder())
                .getResultList();
    }

    private NativeQuery<Asset> question(String query, Owner owner, Location location) {
        String[] tags = location == null ? new String[0] : new String[] {location.tag()};
        return database.unwrap(Session.class)
                .createNativeQuery(query, Asset.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("tags", tags);
    }

    private static Optional<Asset> newest(NativeQuery<Asset> query) {
        return query.getResultStream().findFirst();
    }
}
