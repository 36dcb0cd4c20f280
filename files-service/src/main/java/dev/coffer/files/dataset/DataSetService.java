package dev.coffer.files.dataset;

import dev.coffer.common.database.ScansRows;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.dataset.DataSetRequests.AggregateDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.CreateDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.DataSetsByIdsRequest;
import dev.coffer.files.dataset.DataSetRequests.ListDataSetsRequest;
import dev.coffer.files.dataset.DataSetRequests.UpdateDataSetsRequest;
import dev.coffer.files.dataset.DataSetTransactions.TakenException;
import dev.coffer.files.page.Page;
import dev.coffer.files.page.PageCursors;
import dev.coffer.files.page.PageLimit;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Data sets: created, listed, counted, changed, never deleted (cdf-files.md section 7). */
@ApplicationScoped
class DataSetService {
    private static final String CURSOR = "data-set-cursor";

    private final DataSetLookup lookup;
    private final DataSetRepository dataSets;
    private final DataSetTransactions transactions;
    private final PageCursors cursors;

    DataSetService(DataSetLookup lookup, DataSetRepository dataSets, DataSetTransactions transactions,
            PageCursors cursors) {
        this.lookup = lookup;
        this.dataSets = dataSets;
        this.transactions = transactions;
        this.cursors = cursors;
    }

    /** @throws ServiceException 403 if the token is limited to data sets; 409 if an externalId is in use */
    DataSetsView create(Access access, CreateDataSetsRequest request) {
        List<CreateDataSetsRequest.Item> items = DataSetRules.create(request.items());
        access.requireToCover(null);
        try {
            return DataSetsView.of(transactions.add(access, items), null);
        } catch (TakenException e) {
            throw lookup.taken(access, items.stream().map(CreateDataSetsRequest.Item::externalId)
                    .filter(Objects::nonNull).toList());
        }
    }

    /** @throws ServiceException 400 with {@code missing}, 409 if an externalId is in use */
    DataSetsView update(Access access, UpdateDataSetsRequest request) {
        List<UpdateDataSetsRequest.Item> items = DataSetRules.update(request.items());
        List<Long> ids = lookup.ids(access, items.stream().map(UpdateDataSetsRequest.Item::identifier).toList());
        // One data set may be meant by two names.
        DataSetLookup.refuseTwice(ids.stream().map(id -> new EitherId(id, null)).toList());
        try {
            return DataSetsView.of(transactions.change(access, ids, items), null);
        } catch (TakenException e) {
            throw lookup.taken(access, items.stream().map(item -> item.update().externalId()).filter(Objects::nonNull)
                    .map(change -> change.set()).filter(Objects::nonNull).toList());
        }
    }

    /**
     * Data sets in the order of the request.
     *
     * @throws ServiceException 400 with {@code missing}
     */
    DataSetsView byIds(Access access, DataSetsByIdsRequest request) {
        List<EitherId> items = EitherId.check("items", required(request.items()), DataSetsByIdsRequest.MOST);
        DataSetLookup.refuseTwice(items);
        if (!Boolean.TRUE.equals(request.ignoreUnknownIds())) {
            return DataSetsView.of(lookup.all(access, items), null);
        }
        Map<EitherId, DataSetEntity> known = lookup.known(access, items);
        return DataSetsView.of(items.stream().map(known::get).filter(Objects::nonNull).toList(), null);
    }

    /** A page in the order of the ids. */
    @ScansRows
    @Transactional
    DataSetsView list(Access access, ListDataSetsRequest request) {
        DataSetFilter filter = DataSetFilter.check(request.filter());
        int limit = PageLimit.of(request.limit());
        long after = cursors.id(CURSOR, request.cursor());
        Page<DataSetEntity> page = Page.of(dataSets.page(access, filter, after, limit + 1), limit,
                last -> cursors.behind(CURSOR, last.key.id()));
        return DataSetsView.of(page.rows(), page.nextCursor());
    }

    /** How many data sets pass the filter. */
    @ScansRows
    @Transactional
    long count(Access access, AggregateDataSetsRequest request) {
        return dataSets.count(access, DataSetFilter.check(request.filter()));
    }

    private static List<EitherId> required(@Nullable List<EitherId> items) {
        if (items == null) {
            throw ServiceException.invalidBody("items", "must be a list of identifiers");
        }
        return items;
    }
}
