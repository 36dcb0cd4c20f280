package dev.coffer.files.label;

import dev.coffer.common.database.SqlText;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Finds definitions of labels, always inside of one project. */
@ApplicationScoped
class LabelRepository implements PanacheRepositoryBase<LabelEntity, LabelKey> {

    List<LabelEntity> byExternalIds(Project project, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : list("key.tenant = ?1 and key.project = ?2 and key.externalId in ?3",
                        project.tenant(), project.name(), externalIds);
    }

    void remove(Project project, Collection<String> externalIds) {
        if (!externalIds.isEmpty()) {
            delete("key.tenant = ?1 and key.project = ?2 and key.externalId in ?3",
                    project.tenant(), project.name(), externalIds);
        }
    }

    /** Labels behind the last one seen, in the order of their external ids. */
    @SuppressWarnings("unchecked")
    List<LabelEntity> page(Access access, LabelQuery query, String after, int most) {
        Project project = access.project();
        SqlText sql = new SqlText()
                .add("select l.* from label l where l.tenant = ? and l.project = ?", project.tenant(), project.name());
        access.dataSets().ifPresent(ids -> dataSets(sql, ids));
        query.dataSets().ifPresent(ids -> dataSets(sql, ids));
        query.name().ifPresent(name -> sql.add(" and l.name = ?", name));
        query.prefix().ifPresent(prefix -> sql.add(" and starts_with(l.external_id, ?)", prefix));
        if (after != null) {
            sql.add(" and l.external_id > ?", after);
        }
        sql.add(" order by l.external_id limit ?", most);
        return sql.bindTo(getEntityManager().createNativeQuery(sql.text(), LabelEntity.class)).getResultList();
    }

    private static void dataSets(SqlText sql, Collection<Long> ids) {
        sql.add(" and l.data_set_id = any (cast(? as bigint[]))", (Object) ids.toArray(Long[]::new));
    }
}
