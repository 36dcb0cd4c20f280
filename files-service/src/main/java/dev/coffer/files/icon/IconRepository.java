package dev.coffer.files.icon;

import dev.coffer.files.file.FileKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows of {@code icon}. When one is removed in any way, the database releases its reference (V8). */
@ApplicationScoped
class IconRepository {
    private static final String OF_FILE = " tenant = :tenant and project = :project and ";
    private static final String FIND = "select content_ref, size, sha256 from icon where" + OF_FILE
            + "file_id = :id and source_ref = :source";
    /** Locks the file: waits for a transaction that gives it other content, and makes later ones wait. */
    private static final String INSERT = """
            insert into icon (tenant, project, file_id, source_ref, content_ref, size, sha256, created_at)
            select tenant, project, id, content_ref, :ref, :size, :sha256, :createdAt from file
            where tenant = :tenant and project = :project and id = :id and content_ref = :source for share
            on conflict do nothing""";
    private static final String REMOVE = "delete from icon where" + OF_FILE + "file_id = :id and content_ref = :ref";

    private final EntityManager database;

    IconRepository(EntityManager database) {
        this.database = database;
    }

    /** @param source the content that the icon has to show */
    @SuppressWarnings("unchecked")
    Optional<StoredIcon> find(FileKey file, UUID source) {
        List<StoredIcon> found = of(file, database.createNativeQuery(FIND, StoredIcon.class))
                .setParameter("source", source)
                .getResultList();
        return found.stream().findFirst();
    }

    /** Adds a row, unless the file has one, or has other content, or is gone. */
    boolean insertIfPossible(FileKey file, UUID source, StoredIcon icon, Instant createdAt) {
        return of(file, database.createNativeQuery(INSERT))
                .setParameter("source", source)
                .setParameter("ref", icon.ref())
                .setParameter("size", icon.size())
                .setParameter("sha256", icon.sha256())
                .setParameter("createdAt", createdAt)
                .executeUpdate() == 1;
    }

    void remove(FileKey file, UUID ref) {
        of(file, database.createNativeQuery(REMOVE)).setParameter("ref", ref).executeUpdate();
    }

    private static Query of(FileKey file, Query query) {
        return query.setParameter("tenant", file.tenant())
                .setParameter("project", file.project())
                .setParameter("id", file.id());
    }

    /**
     * An icon that is kept.
     *
     * @param ref the reference that holds it in blob-service
     * @param size in bytes
     * @param sha256 in hexadecimal digits
     */
    record StoredIcon(UUID ref, Long size, String sha256) {}
}
