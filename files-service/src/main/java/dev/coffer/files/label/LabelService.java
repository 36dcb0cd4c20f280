package dev.coffer.files.label;

import dev.coffer.common.database.ScansRows;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import dev.coffer.files.dataset.DataSetLookup;
import dev.coffer.files.dataset.EitherId;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.label.LabelRepository.LabelQuery;
import dev.coffer.files.label.LabelRequests.CreateLabelsRequest;
import dev.coffer.files.label.LabelRequests.LabelIdsRequest;
import dev.coffer.files.label.LabelRequests.ListLabelsRequest;
import dev.coffer.files.page.Page;
import dev.coffer.files.page.PageCursors;
import dev.coffer.files.page.PageLimit;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Definitions of labels. Deleting one leaves it attached to files (cdf-files.md section 7). */
@ApplicationScoped
class LabelService {
    private static final String CURSOR = "label-cursor";

    private final LabelRepository labels;
    private final LabelTransactions transactions;
    private final DataSetLookup dataSets;
    private final PageCursors cursors;

    LabelService(LabelRepository labels, LabelTransactions transactions, DataSetLookup dataSets, PageCursors cursors) {
        this.labels = labels;
        this.transactions = transactions;
        this.dataSets = dataSets;
        this.cursors = cursors;
    }

    /** @throws ServiceException 409 if a label is there already; 400 with {@code missing} for an unknown data set */
    LabelsView create(Access access, CreateLabelsRequest request) {
        List<CreateLabelsRequest.Item> items = LabelRules.create(request.items());
        dataSets.requireForWriting(access,
                items.stream().map(CreateLabelsRequest.Item::dataSetId).collect(Collectors.toSet()));
        return LabelsView.of(transactions.add(access.project(), items), null);
    }

    /** A page in the order of the external ids. */
    @ScansRows
    @Transactional
    LabelsView list(Access access, ListLabelsRequest request) {
        LabelQuery query = query(access, request.filter());
        int limit = PageLimit.of(request.limit());
        String after = cursors.externalId(CURSOR, request.cursor());
        Page<LabelEntity> page = Page.of(labels.page(access, query, after, limit + 1), limit,
                last -> cursors.behind(CURSOR, last.key.externalId()));
        return LabelsView.of(page.rows(), page.nextCursor());
    }

    /**
     * Labels in the order of the request.
     *
     * @throws ServiceException 400 with {@code missing}
     */
    @Transactional
    LabelsView byIds(Access access, LabelIdsRequest request) {
        return LabelsView.of(known(access, request), null);
    }

    /** @throws ServiceException 400 with {@code missing}: then nothing is deleted */
    @Transactional
    void delete(Access access, LabelIdsRequest request) {
        labels.remove(access.project(), known(access, request).stream().map(label -> label.key.externalId()).toList());
    }

    private List<LabelEntity> known(Access access, LabelIdsRequest request) {
        List<String> externalIds = LabelRules.externalIds(request.items());
        Map<String, LabelEntity> found = labels.byExternalIds(access.project(), externalIds).stream()
                .filter(label -> access.covers(label.dataSetId))
                .collect(Collectors.toMap(label -> label.key.externalId(), Function.identity()));
        List<String> missing = externalIds.stream().filter(externalId -> !found.containsKey(externalId)).toList();
        if (!missing.isEmpty() && !Boolean.TRUE.equals(request.ignoreUnknownIds())) {
            throw LabelRules.unknown(missing);
        }
        return externalIds.stream().map(found::get).filter(Objects::nonNull).toList();
    }

    private LabelQuery query(Access access, ListLabelsRequest.@Nullable Filter filter) {
        if (filter == null) {
            return new LabelQuery(Optional.empty(), Optional.empty(), Optional.empty());
        }
        Text.check("filter.name", filter.name(), LabelRules.NAME);
        Text.check("filter.externalIdPrefix", filter.externalIdPrefix(), FieldLimits.EXTERNAL_ID);
        EitherId.check("filter.dataSetIds", filter.dataSetIds(), LabelRules.DATA_SETS);
        return new LabelQuery(
                Optional.ofNullable(filter.name()),
                Optional.ofNullable(filter.externalIdPrefix()),
                dataSets.filter(access, filter.dataSetIds()));
    }
}
