package dev.coffer.files.project;

import dev.coffer.common.error.ServiceException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the caller of a request may touch in a project.
 *
 * @param project where the request goes
 * @param dataSets the only data sets that the token gives; empty if it gives the whole project
 */
public record Access(Project project, Optional<Set<Long>> dataSets) {

    /** The whole of a project. */
    public static Access all(Project project) {
        return new Access(project, Optional.empty());
    }

    /** Whether the caller sees things of this data set, or if absent, things of none. */
    public boolean covers(@Nullable Long dataSetId) {
        return dataSets.map(given -> dataSetId != null && given.contains(dataSetId)).orElse(true);
    }

    /** @throws ServiceException 403 if nothing of this data set may be written */
    public void requireToCover(@Nullable Long dataSetId) {
        if (!covers(dataSetId)) {
            throw CurrentProject.insufficient("the data set must be one of those that the token names.");
        }
    }
}
