package dev.coffer.files.label;

import dev.coffer.common.database.SqlText;
import dev.coffer.files.page.AnswerMemory;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/** Finds definitions of labels, always inside of one project. */
@ApplicationScoped
class LabelRepository implements PanacheRepositoryBase<LabelEntity, LabelKey> {
    private static final String NAMED = "key.tenant = ?1 and key.project = ?2 and key.externalId in ?3";

    private final AnswerMemory memory;

    LabelRepository(AnswerMemory memory) {
        this.memory = memory;
    }

    List<LabelEntity> byExternalIds(Project project, Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? List.of()
                : counted(find(NAMED, project.tenant(), project.name(), externalIds)
                        .withHint(HibernateHints.HINT_FETCH_SIZE, AnswerMemory.ROWS_AT_ONCE)
                        .stream());
    }

    void remove(Project project, Collection<String> externalIds) {
        if (!externalIds.isEmpty()) {
            delete(NAMED, project.tenant(), project.name(), externalIds);
        }
    }

    /**
     * Labels behind the last one seen, in the order of their external ids.
     *
     * @throws dev.coffer.common.error.ServiceException 413, 429 or 503 if there is not enough heap for so many
     */
    @SuppressWarnings("unchecked")
    List<LabelEntity> page(Access access, LabelQuery query, @Nullable String after, int most) {
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
        return counted(sql.bindTo(getEntityManager().createNativeQuery(sql.text(), LabelEntity.class))
                .setHint(HibernateHints.HINT_FETCH_SIZE, AnswerMemory.ROWS_AT_ONCE)
                .getResultStream());
    }

    private List<LabelEntity> counted(Stream<LabelEntity> rows) {
        try (rows) {
            return rows.peek(label -> memory.take(label.answerBytes())).toList();
        }
    }

    private static void dataSets(SqlText sql, Collection<Long> ids) {
        sql.add(" and l.data_set_id = any (cast(? as bigint[]))", (Object) ids.toArray(Long[]::new));
    }

    /**
     * A filter with everything that it names looked up.
     *
     * @param name exactly this name
     * @param prefix how the external id begins
     * @param dataSets ids of the data sets that it names
     */
    record LabelQuery(Optional<String> name, Optional<String> prefix, Optional<List<Long>> dataSets) {}
}
