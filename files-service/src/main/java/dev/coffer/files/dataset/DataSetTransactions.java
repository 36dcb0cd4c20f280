package dev.coffer.files.dataset;

import dev.coffer.files.change.MetadataUpdate;
import dev.coffer.files.change.Value;
import dev.coffer.files.dataset.DataSetRequests.CreateDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.UpdateDataSetsRequest;
import dev.coffer.files.field.FileIds;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;

/** The transactions of data sets: all of a request, or none. */
@ApplicationScoped
class DataSetTransactions {
    private final DataSetRepository dataSets;
    private final Clock clock;

    DataSetTransactions(DataSetRepository dataSets, Clock clock) {
        this.dataSets = dataSets;
        this.clock = clock;
    }

    /**
     * Adds data sets.
     *
     * @throws TakenException if an externalId is in use
     */
    @Transactional
    List<DataSetEntity> add(Access access, List<CreateDataSetsRequest.Item> items) {
        List<DataSetEntity> added = new ArrayList<>();
        for (CreateDataSetsRequest.Item item : items) {
            DataSetEntity dataSet = new DataSetEntity();
            dataSet.key = DataSetKey.of(access.project(), FileIds.next());
            dataSet.externalId = item.externalId();
            dataSet.name = item.name();
            dataSet.description = item.description();
            dataSet.metadata = item.metadata();
            dataSet.createdAt = clock.instant();
            dataSet.updatedAt = dataSet.createdAt;
            dataSets.persist(dataSet);
            added.add(dataSet);
        }
        return unlessTaken(added);
    }

    /**
     * Changes data sets that are there, by their ids in the order of the items.
     *
     * @throws TakenException if an externalId is in use
     */
    @Transactional
    List<DataSetEntity> change(Access access, List<Long> ids, List<UpdateDataSetsRequest.Item> items) {
        Map<Long, DataSetEntity> locked = dataSets.lockAll(access.project(), ids).stream()
                .collect(Collectors.toMap(dataSet -> dataSet.key.id(), Function.identity()));
        List<DataSetEntity> changed = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            DataSetEntity dataSet = Objects.requireNonNull(locked.get(ids.get(i)));
            UpdateDataSetsRequest.Update update = items.get(i).update();
            dataSet.externalId = Value.of(update.externalId(), dataSet.externalId);
            dataSet.name = Value.of(update.name(), dataSet.name);
            dataSet.description = Value.of(update.description(), dataSet.description);
            dataSet.metadata =
                    MetadataUpdate.of("items[" + i + "].update.metadata", update.metadata(), dataSet.metadata);
            dataSet.updatedAt = clock.instant();
            changed.add(dataSet);
        }
        return unlessTaken(changed);
    }

    private List<DataSetEntity> unlessTaken(List<DataSetEntity> written) {
        try {
            dataSets.flush();
            return written;
        } catch (ConstraintViolationException e) {
            if ("data_set_external_id".equals(e.getConstraintName())) {
                throw new TakenException();
            }
            throw e;
        }
    }

    /** An externalId is in use by another data set. */
    static final class TakenException extends RuntimeException {
        TakenException() {
            super("taken", null, false, false);
        }
    }
}
