package dev.coffer.files.upload;

import dev.coffer.files.file.FileKey;
import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** The upload sessions that have been opened for files. They go with their file. */
@ApplicationScoped
public class UploadSessionRepository implements PanacheRepositoryBase<UploadSessionEntity, UUID> {
    private static final String OF_FILES = """
            select id from UploadSessionEntity
            where file.tenant = :tenant and file.project = :project and file.id in :ids""";

    public List<UUID> of(FileKey file) {
        return list("file", file).stream().map(session -> session.id).toList();
    }

    public List<UUID> of(Project project, Collection<Long> ids) {
        return getEntityManager()
                .createQuery(OF_FILES, UUID.class)
                .setParameter("tenant", project.tenant())
                .setParameter("project", project.name())
                .setParameter("ids", ids)
                .getResultList();
    }

    boolean exists(UUID id, FileKey file) {
        return findByIdOptional(id).filter(session -> session.file.equals(file)).isPresent();
    }

    /** Forgets those that lapsed before this moment. Returns how many. */
    public int forgetBefore(Instant end) {
        return (int) delete("expiresAt < ?1", end);
    }
}
