package dev.coffer.files.label;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.label.LabelRequests.CreateLabelsRequest;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;

/** The transaction of defining labels: all of a request, or none. */
@ApplicationScoped
class LabelTransactions {
    private final LabelRepository labels;
    private final Clock clock;

    LabelTransactions(LabelRepository labels, Clock clock) {
        this.labels = labels;
        this.clock = clock;
    }

    /** @throws ServiceException 409 with {@code duplicated} if one is there */
    @Transactional
    List<LabelEntity> add(Project project, List<CreateLabelsRequest.Item> items) {
        List<String> wanted = items.stream().map(CreateLabelsRequest.Item::externalId).toList();
        List<String> taken =
                labels.byExternalIds(project, wanted).stream().map(label -> label.key.externalId()).toList();
        if (!taken.isEmpty()) {
            throw LabelRules.duplicated(taken);
        }
        List<LabelEntity> added = new ArrayList<>();
        items.forEach(item -> added.add(label(project, item)));
        try {
            labels.persist(added);
            labels.flush();
            return added;
        } catch (ConstraintViolationException e) {
            // A concurrent request was committed first; the next attempt will tell which label it defined.
            throw ServiceException.unavailable("Others define the same labels, try again.");
        }
    }

    private LabelEntity label(Project project, CreateLabelsRequest.Item item) {
        LabelEntity label = new LabelEntity();
        label.key = new LabelKey(project.tenant(), project.name(), item.externalId());
        label.name = item.name();
        label.description = item.description();
        label.dataSetId = item.dataSetId();
        label.createdAt = clock.instant();
        return label;
    }
}
