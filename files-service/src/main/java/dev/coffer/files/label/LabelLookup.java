package dev.coffer.files.label;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether labels may be put on files. */
@ApplicationScoped
public class LabelLookup {
    private final LabelRepository labels;
    private final LabelConfig config;

    LabelLookup(LabelRepository labels, LabelConfig config) {
        this.labels = labels;
        this.config = config;
    }

    /** @throws ServiceException 400 with {@code missing} if one is not defined and it is configured that all must be */
    @Transactional
    public void requireDefined(Project project, List<String> externalIds) {
        if (!config.strictLabels() || externalIds.isEmpty()) {
            return;
        }
        Set<String> missing = new HashSet<>(externalIds);
        labels.byExternalIds(project, missing.stream().toList())
                .forEach(label -> missing.remove(label.key.externalId()));
        if (!missing.isEmpty()) {
            throw LabelRules.unknown(externalIds.stream().distinct().filter(missing::contains).toList());
        }
    }
}
