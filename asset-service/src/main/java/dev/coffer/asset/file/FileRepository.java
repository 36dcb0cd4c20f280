package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.name.Location;
import dev.coffer.asset.name.Place;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Assets as files: found by the name of the file. Each query costs a few steps through an index. */
@ApplicationScoped
class FileRepository {
    private static final String OWN = "select * from asset where tenant = :tenant and owner = :owner";
    private static final String NEWEST =
            " and (expires_at is null or expires_at > now()) order by created_at desc, id desc limit ";
    private static final String FOLDER = " and md5(file_folder) = md5(cast(:folder as text)) and file_folder = :folder";
    private static final String FILE = OWN + " and file_name = :name and file_type = ";
    private static final String IN_TYPES = """
            select found.* from unnest(cast(:types as text[])) place (type) cross join lateral (%s) found
            order by found.created_at desc, found.id desc limit 1""";

    static final String BY_HASH = OWN + " and hash = :hash and (expires_at is null or expires_at > now()) limit 1";
    static final String IN_FOLDER = IN_TYPES.formatted(FILE + "place.type" + FOLDER + NEWEST + "1");
    static final String ANYWHERE = IN_TYPES.formatted(FILE + "place.type" + NEWEST + "1");
    static final String SHARED_AT = FILE + ":type" + FOLDER + NEWEST + "1 for share";
    static final String SHARED_COPIES =
            OWN + " and hash = :hash and file_type = :type" + FOLDER + NEWEST + "20 for share";
    static final String SHOWN = "select found.id from unnest(cast(:names as text[])) asked (name) cross join lateral ("
            + OWN + " and file_name = asked.name and file_type = :type" + FOLDER + NEWEST + "1) found";
    /** Searches the newest 100 with that label only, so that the cost is bounded. */
    static final String LABELLED = "select * from (" + OWN + " and name = :name" + NEWEST + """
            100) labelled
            where (:type = '' or tags @> array[cast(:type as text)])
            and (:folder = '' or user_metadata ->> 'subfolder' = :folder)
            order by tags @> '{output}' desc, coalesce(user_metadata ->> 'subfolder', '') = '' desc,
                created_at desc, id desc limit 1""";

    private final EntityManager database;

    FileRepository(EntityManager database) {
        this.database = database;
    }

    /** An asset of the owner with that content. */
    Optional<Asset> withHash(Owner owner, String hash) {
        return first(question(BY_HASH, owner).setParameter("hash", hash));
    }

    /**
     * The owner's newest file of that name in exactly this folder of one of these locations: an empty one is the root.
     */
    Optional<Asset> at(Owner owner, String name, List<Place> places) {
        return first(question(IN_FOLDER, owner)
                .setParameter("name", name)
                .setParameter("folder", places.getFirst().subfolder())
                .setParameter("types", types(places)));
    }

    /** The same in any folder of these locations. */
    Optional<Asset> anywhere(Owner owner, String name, List<Place> places) {
        return first(question(ANYWHERE, owner).setParameter("name", name).setParameter("types", types(places)));
    }

    /**
     * The owner's newest asset with that label, those in the outputs and in the root first.
     *
     * @param location among its tags; if absent, any
     * @param subfolder in its metadata; empty for any
     */
    Optional<Asset> labelled(Owner owner, String name, @Nullable Location location, String subfolder) {
        return first(question(LABELLED, owner)
                .setParameter("name", name)
                .setParameter("type", location == null ? "" : location.tag())
                .setParameter("folder", subfolder));
    }

    /** The owner's newest file of that name in exactly this folder, locked for share until the transaction ends. */
    Optional<Asset> sharedAt(Owner owner, String name, Place place) {
        return first(placed(SHARED_AT, owner, place).setParameter("name", name));
    }

    /** The newest files with that content in one folder, at most 20, for rows can be large; locked in the same way. */
    List<Asset> sharedCopies(Owner owner, String hash, Place place) {
        return placed(SHARED_COPIES, owner, place).setParameter("hash", hash).getResultList();
    }

    /** The ids of the newest files of these names in exactly this folder. */
    Set<UUID> shown(Owner owner, List<String> names, Place place) {
        return database.unwrap(Session.class)
                .createNativeQuery(SHOWN, UUID.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key())
                .setParameter("type", place.type())
                .setParameter("folder", place.subfolder())
                .setParameter("names", names.toArray(String[]::new))
                .getResultStream()
                .collect(Collectors.toSet());
    }

    private NativeQuery<Asset> placed(String sql, Owner owner, Place place) {
        return question(sql, owner).setParameter("type", place.type()).setParameter("folder", place.subfolder());
    }

    private NativeQuery<Asset> question(String sql, Owner owner) {
        return database.unwrap(Session.class)
                .createNativeQuery(sql, Asset.class)
                .setParameter("tenant", owner.tenant())
                .setParameter("owner", owner.key());
    }

    private static String[] types(List<Place> places) {
        return places.stream().map(Place::type).toArray(String[]::new);
    }

    private static Optional<Asset> first(NativeQuery<Asset> query) {
        return query.getResultStream().findFirst();
    }
}
