package dev.coffer.files.file;

import dev.coffer.common.database.SqlText;
import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds files, always inside of one project. */
@ApplicationScoped
public class FileRepository implements PanacheRepositoryBase<FileEntity, FileKey> {
    private static final String IN_PROJECT = "key.tenant = ?1 and key.project = ?2 and ";

    /** The file, locked until the transaction ends, or empty if it is gone. */
    public Optional<FileEntity> lock(FileKey key) {
        return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Those of the files that are there, locked in the order of their ids until the transaction ends. */
    public List<FileEntity> lockAll(Project project, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return find(IN_PROJECT + "key.id in ?3 order by key.id", project.tenant(), project.name(), ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Deletes the files, and with them their upload sessions. */
    public void remove(Project project, Collection<Long> ids) {
        delete(IN_PROJECT + "key.id in ?3", project.tenant(), project.name(), ids);
    }

    public Optional<FileEntity> byExternalId(Project project, String externalId) {
        return byExternalIds(project, List.of(externalId)).stream().findFirst();
    }

    public List<FileEntity> byIds(Project project, Collection<Long> ids) {
        return in(project, "key.id in ?3", ids);
    }

    public List<FileEntity> byExternalIds(Project project, Collection<String> externalIds) {
        return in(project, "externalId in ?3", externalIds);
    }

    /** The ids of those of the files that are there, by their external ids: rows can be large. */
    public Map<String, Long> idsByExternalIds(Project project, Collection<String> externalIds) {
        if (externalIds.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery("select f.externalId, f.key.id from FileEntity f where f.key.tenant = :tenant"
                        + " and f.key.project = :project and f.externalId in :names", Named.class)
                .setParameter("tenant", project.tenant())
                .setParameter("project", project.name())
                .setParameter("names", externalIds)
                .getResultStream()
                .collect(Collectors.toMap(Named::externalId, Named::id));
    }

    record Named(String externalId, long id) {}

    public List<FileEntity> byInstanceIds(Project project, Collection<InstanceId> instanceIds) {
        Set<InstanceId> wanted = Set.copyOf(instanceIds);
        List<String> externalIds = instanceIds.stream().map(InstanceId::externalId).toList();
        return in(project, "instanceId.externalId in ?3", externalIds).stream()
                .filter(file -> wanted.contains(file.instanceId))
                .toList();
    }

    /** About how many bytes files take in an answer, those that are there. */
    public long answerBytes(Project project, Collection<Long> ids, Collection<String> externalIds) {
        SqlText sql = new SqlText().add("select coalesce(sum(answer_bytes), 0) from (")
                .add("select answer_bytes from file where tenant = ? and project = ?"
                        + " and id = any (cast(? as bigint[]))",
                        project.tenant(), project.name(), ids.toArray(Long[]::new))
                .add(" union all select answer_bytes from file where tenant = ? and project = ?"
                        + " and external_id = any (cast(? as text[]))",
                        project.tenant(), project.name(), externalIds.toArray(String[]::new))
                .add(") named");
        return ((Number) sql.bindTo(getEntityManager().createNativeQuery(sql.text())).getSingleResult()).longValue();
    }

    /** Detaches all files that were read in this transaction; changes to them must have been flushed. */
    public void detachAll() {
        getEntityManager().clear();
    }

    private List<FileEntity> in(Project project, String condition, Collection<?> values) {
        return values.isEmpty() ? List.of() : list(IN_PROJECT + condition, project.tenant(), project.name(), values);
    }
}
