package dev.coffer.files.dataset;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.error.FilesErrorCode;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the data sets that identifiers name. They are never deleted, so what was found stays. */
@ApplicationScoped
public class DataSetLookup {
    private final DataSetRepository dataSets;

    DataSetLookup(DataSetRepository dataSets) {
        this.dataSets = dataSets;
    }

    /**
     * Lets a file into a data set.
     *
     * @param dataSetId the data set, if the file is to be in one
     * @throws ServiceException 403 if the token does not give it, 400 with {@code missing} if there is none
     */
    @Transactional
    public void requireForWriting(Access access, @Nullable Long dataSetId) {
        requireForWriting(access, Collections.singleton(dataSetId));
    }

    /**
     * Lets several files into their data sets, or into none.
     *
     * @throws ServiceException as for one
     */
    @Transactional
    public void requireForWriting(Access access, Set<? extends @Nullable Long> dataSetIds) {
        dataSetIds.forEach(access::requireToCover);
        all(access, dataSetIds.stream().filter(Objects::nonNull).map(id -> new EitherId(id, null)).toList());
    }

    /**
     * The ids of data sets.
     *
     * @throws ServiceException 400 with {@code missing} if there is no such data set
     */
    @Transactional
    List<Long> ids(Access access, List<EitherId> items) {
        return all(access, items).stream().map(dataSet -> dataSet.key.id()).toList();
    }

    /**
     * The ids of the data sets that a filter names.
     *
     * @return empty if no list, or an empty one, is given: that limits nothing
     * @throws ServiceException 400 with {@code missing} if there is no such data set
     */
    @Transactional
    public Optional<List<Long>> filter(Access access, @Nullable List<EitherId> items) {
        return items == null || items.isEmpty() ? Optional.empty() : Optional.of(ids(access, items));
    }

    /**
     * All of them in the order asked for.
     *
     * @throws ServiceException 400 with {@code missing}
     */
    @Transactional
    List<DataSetEntity> all(Access access, List<EitherId> items) {
        Map<EitherId, DataSetEntity> found = known(access, items);
        List<EitherId> missing = items.stream().filter(item -> !found.containsKey(item)).distinct().toList();
        if (!missing.isEmpty()) {
            String message = missing.stream().map(EitherId::text).collect(Collectors.joining(", "));
            throw new ServiceException(FilesErrorCode.UNKNOWN_IDENTIFIER, "Data sets not found: " + message,
                    Map.of("missing", missing));
        }
        return items.stream().map(found::get).toList();
    }

    /** @throws ServiceException 409 with {@code duplicated} if one comes twice */
    static void refuseTwice(List<EitherId> items) {
        Set<EitherId> seen = new HashSet<>();
        List<EitherId> again = items.stream().filter(item -> !seen.add(item)).distinct().toList();
        if (!again.isEmpty()) {
            throw duplicated(again);
        }
    }

    /**
     * The refusal of external ids of which at least one is in use; if none is any more, the next attempt will succeed.
     */
    @Transactional
    ServiceException taken(Access access, List<String> externalIds) {
        List<EitherId> taken = dataSets.byExternalIds(access.project(), externalIds).stream()
                .map(dataSet -> new EitherId(null, dataSet.externalId))
                .toList();
        return taken.isEmpty() ? ServiceException.unavailable("Others change the same data sets.") : duplicated(taken);
    }

    private static ServiceException duplicated(List<EitherId> items) {
        String message = items.stream().map(EitherId::text).collect(Collectors.joining(", "));
        return new ServiceException(FilesErrorCode.DUPLICATE_IDENTIFIER, "Duplicate data sets: " + message,
                Map.of("duplicated", items));
    }

    /** What was found, by the identifier that was asked. */
    @Transactional
    Map<EitherId, DataSetEntity> known(Access access, List<EitherId> items) {
        Project project = access.project();
        Map<EitherId, DataSetEntity> found = new HashMap<>();
        dataSets.byIds(project, values(items, EitherId::id))
                .forEach(dataSet -> found.put(dataSet.identifier(), dataSet));
        dataSets.byExternalIds(project, values(items, EitherId::externalId))
                .forEach(dataSet -> found.put(new EitherId(null, dataSet.externalId), dataSet));
        found.values().removeIf(dataSet -> !access.covers(dataSet.key.id()));
        return found;
    }

    private static <T> List<T> values(List<EitherId> items, Function<EitherId, @Nullable T> part) {
        return items.stream().map(part).filter(Objects::nonNull).toList();
    }
}
