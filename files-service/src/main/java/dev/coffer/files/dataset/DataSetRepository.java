package dev.coffer.files.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.database.SqlText;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Finds data sets, always inside of one project. */
@ApplicationScoped
class DataSetRepository implements PanacheRepositoryBase<DataSetEntity, DataSetKey> {
    private static final String IN_PROJECT = "key.tenant = ?1 and key.project = ?2 and ";

    private final ObjectMapper json;

    DataSetRepository(ObjectMapper json) {
        this.json = json;
    }

    List<DataSetEntity> byIds(Project project, Collection<Long> ids) {
        return in(project, "key.id in ?3", ids);
    }

    List<DataSetEntity> byExternalIds(Project project, Collection<String> externalIds) {
        return in(project, "externalId in ?3", externalIds);
    }

    /** Data sets with larger ids than the last one seen, in the order of their ids. */
    @SuppressWarnings("unchecked")
    List<DataSetEntity> page(Access access, ListDataSetsRequest.Filter filter, long after, int most) {
        Project project = access.project();
        SqlText sql = new SqlText().add("select d.* from data_set d where d.tenant = ? and d.project = ? and d.id > ?",
                project.tenant(), project.name(), after);
        access.dataSets().ifPresent(ids ->
                sql.add(" and d.id = any (cast(? as bigint[]))", (Object) ids.toArray(Long[]::new)));
        if (filter.externalIdPrefix() != null) {
            sql.add(" and starts_with(d.external_id, ?)", filter.externalIdPrefix());
        }
        if (filter.metadata() != null) {
            sql.add(" and d.metadata @> cast(? as jsonb)", text(filter.metadata()));
        }
        if (Boolean.TRUE.equals(filter.writeProtected())) {
            sql.add(" and false");
        }
        sql.add(" order by d.id limit ?", most);
        return sql.bindTo(getEntityManager().createNativeQuery(sql.text(), DataSetEntity.class)).getResultList();
    }

    private List<DataSetEntity> in(Project project, String condition, Collection<?> values) {
        return values.isEmpty() ? List.of() : list(IN_PROJECT + condition, project.tenant(), project.name(), values);
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
