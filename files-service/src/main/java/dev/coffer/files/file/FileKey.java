package dev.coffer.files.file;

import dev.coffer.files.field.FileIds;
import dev.coffer.files.project.Project;
import jakarta.persistence.Embeddable;

/**
 * Which file of which project.
 *
 * @param tenant the organisation
 * @param project of the tenant
 * @param id random, see {@link FileIds}
 */
@Embeddable
public record FileKey(String tenant, String project, long id) {

    public static FileKey of(Project project, long id) {
        return new FileKey(project.tenant(), project.name(), id);
    }

    /** The id as blob-service and the events know it. */
    public String entity() {
        return Long.toString(id);
    }
}
