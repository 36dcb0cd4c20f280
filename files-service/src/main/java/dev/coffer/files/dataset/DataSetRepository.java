package dev.coffer.files.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.database.SqlText;
import dev.coffer.files.page.AnswerMemory;
import dev.coffer.files.page.TimeRange;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** Finds data sets, always inside of one project. */
@ApplicationScoped
class DataSetRepository implements PanacheRepositoryBase<DataSetEntity, DataSetKey> {
    private static final String IN_PROJECT = "key.tenant = ?1 and key.project = ?2 and ";

    private final ObjectMapper json;
    private final AnswerMemory memory;

    DataSetRepository(ObjectMapper json, AnswerMemory memory) {
        this.json = json;
        this.memory = memory;
    }

    /**
     * The data sets, locked in the order of their ids until the transaction ends, so that transactions do not deadlock.
     */
    List<DataSetEntity> lockAll(Project project, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return find(IN_PROJECT + "key.id in ?3 order by key.id", project.tenant(), project.name(), ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    List<DataSetEntity> byIds(Project project, Collection<Long> ids) {
        return in(project, "key.id in ?3", ids);
    }

    List<DataSetEntity> byExternalIds(Project project, Collection<String> externalIds) {
        return in(project, "externalId in ?3", externalIds);
    }

    /**
     * Data sets with larger ids than the last one seen, in the order of their ids.
     *
     * @throws dev.coffer.common.error.ServiceException 413, 429 or 503 if there is not enough heap for so many
     */
    @SuppressWarnings("unchecked")
    List<DataSetEntity> page(Access access, DataSetFilter filter, long after, int most) {
        SqlText sql = pageSql(access, filter, after, most);
        return counted(sql.bindTo(getEntityManager().createNativeQuery(sql.text(), DataSetEntity.class))
                .setHint(HibernateHints.HINT_FETCH_SIZE, AnswerMemory.ROWS_AT_ONCE)
                .getResultStream());
    }

    long count(Access access, DataSetFilter filter) {
        SqlText sql = new SqlText().add("select count(*)");
        add(sql, access, filter);
        return ((Number) sql.bindTo(getEntityManager().createNativeQuery(sql.text())).getSingleResult()).longValue();
    }

    SqlText pageSql(Access access, DataSetFilter filter, long after, int most) {
        SqlText sql = new SqlText().add("select d.*");
        add(sql, access, filter);
        return sql.add(" and d.id > ? order by d.id limit ?", after, most);
    }

    /** Each condition has its index in {@code V5__find_data_sets.sql} or {@code V3__data_sets_and_labels.sql}. */
    private void add(SqlText sql, Access access, DataSetFilter filter) {
        sql.add(" from data_set d where d.tenant = ? and d.project = ?", access.project().tenant(),
                access.project().name());
        access.dataSets()
                .ifPresent(ids -> sql.add(" and d.id = any (cast(? as bigint[]))", (Object) ids.toArray(Long[]::new)));
        if (filter.externalIdPrefix() != null) {
            sql.add(" and starts_with(d.external_id, ?)", filter.externalIdPrefix());
        }
        if (filter.metadata() != null) {
            sql.add(" and d.metadata @> cast(? as jsonb)", text(filter.metadata()));
        }
        TimeRange.addTo(sql, "d.created_at", filter.createdTime());
        TimeRange.addTo(sql, "d.updated_at", filter.lastUpdatedTime());
        if (Boolean.TRUE.equals(filter.writeProtected())) {
            sql.add(" and false");
        }
    }

    private List<DataSetEntity> in(Project project, String condition, Collection<?> values) {
        return values.isEmpty()
                ? List.of()
                : counted(find(IN_PROJECT + condition, project.tenant(), project.name(), values)
                        .withHint(HibernateHints.HINT_FETCH_SIZE, AnswerMemory.ROWS_AT_ONCE)
                        .stream());
    }

    private List<DataSetEntity> counted(Stream<DataSetEntity> rows) {
        try (rows) {
            return rows.peek(dataSet -> memory.take(dataSet.answerBytes())).toList();
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
