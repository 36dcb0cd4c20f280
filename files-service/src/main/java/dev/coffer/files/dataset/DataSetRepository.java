package dev.coffer.files.dataset;

import dev.coffer.files.project.Project;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/** Finds data sets, always inside of one project. */
@ApplicationScoped
class DataSetRepository implements PanacheRepositoryBase<DataSetEntity, DataSetKey> {
    private static final String IN_PROJECT = "key.tenant = ?1 and key.project = ?2 and ";

    List<DataSetEntity> byIds(Project project, Collection<Long> ids) {
        return in(project, "key.id in ?3", ids);
    }

    List<DataSetEntity> byExternalIds(Project project, Collection<String> externalIds) {
        return in(project, "externalId in ?3", externalIds);
    }

    private List<DataSetEntity> in(Project project, String condition, Collection<?> values) {
        return values.isEmpty() ? List.of() : list(IN_PROJECT + condition, project.tenant(), project.name(), values);
    }
}
