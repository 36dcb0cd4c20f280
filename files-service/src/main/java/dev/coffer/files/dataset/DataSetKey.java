package dev.coffer.files.dataset;

import dev.coffer.files.project.Project;
import jakarta.persistence.Embeddable;

/**
 * Which data set of which project.
 *
 * @param tenant the organisation
 * @param project of the tenant
 * @param id random, like that of a file
 */
@Embeddable
public record DataSetKey(String tenant, String project, long id) {

    static DataSetKey of(Project project, long id) {
        return new DataSetKey(project.tenant(), project.name(), id);
    }
}
