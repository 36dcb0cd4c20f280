package dev.coffer.files.edit;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.change.Value;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.dataset.DataSetLookup;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileView;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.identifier.FileLookup;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.identifier.IdentifierRules;
import dev.coffer.files.label.LabelLookup;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Changes and deletes files that are named by their identifiers: all of a request, or none (cdf-files.md 3.11, 3.12).
 */
@ApplicationScoped
class FileEditService {
    private static final int ATTEMPTS = 5;

    private final FileLookup lookup;
    private final ContentService contents;
    private final DataSetLookup dataSets;
    private final LabelLookup labels;
    private final FileEditTransactions transactions;

    FileEditService(
            FileLookup lookup,
            ContentService contents,
            DataSetLookup dataSets,
            LabelLookup labels,
            FileEditTransactions transactions) {
        this.lookup = lookup;
        this.contents = contents;
        this.dataSets = dataSets;
        this.labels = labels;
        this.transactions = transactions;
    }

    /**
     * The files as they are after the change, in the order of the request.
     *
     * @throws ServiceException 400 for a bad change or an unknown file; 409 with {@code duplicated} if a file comes
     *     twice or an externalId is taken
     */
    List<FileView> update(Access access, UpdateFilesRequest request) {
        List<UpdateFilesRequest.Item> items = UpdateFilesRules.check(request.items());
        dataSets.requireForWriting(access, items.stream().map(item -> item.update().dataSetId())
                .filter(Value::says).map(change -> change.set()).collect(Collectors.toSet()));
        labels.requireDefined(access.project(),
                items.stream().flatMap(item -> LabelsUpdate.given(item.update().labels())).toList());
        List<Identifier> names = items.stream().map(UpdateFilesRequest.Item::identifier).toList();
        List<FileEntity> changed = attempt(() -> {
            Map<Identifier, FileEntity> found = known(access, names, false);
            // So that the answer shows content that has just arrived.
            contents.settle(access.project(), List.copyOf(found.values()));
            return transactions.update(access, ids(found), items);
        });
        return changed.stream().map(FileView::of).toList();
    }

    /** @throws ServiceException 400 with {@code missing}, unless unknown files shall be left out */
    void delete(Access access, DeleteFilesRequest request) {
        List<Identifier> names = IdentifierRules.check(request.identifiers(), 0, DeleteFilesRequest.MOST);
        attempt(() -> {
            transactions.delete(access, ids(known(access, names, Boolean.TRUE.equals(request.ignoreUnknownIds()))));
            return null;
        });
    }

    /** The files by their names, in the order of the request. */
    private Map<Identifier, FileEntity> known(Access access, List<Identifier> names, boolean ignoreUnknown) {
        Map<Identifier, FileEntity> found = lookup.find(access, names);
        List<Identifier> missing = names.stream().filter(name -> !found.containsKey(name)).toList();
        if (!missing.isEmpty() && !ignoreUnknown) {
            throw FileRefusals.unknown(missing);
        }
        Map<Identifier, FileEntity> inOrder = new LinkedHashMap<>();
        names.stream().filter(found::containsKey).forEach(name -> inOrder.put(name, found.get(name)));
        refuseTwice(inOrder);
        return inOrder;
    }

    /** One file may be meant by two names. */
    private static void refuseTwice(Map<Identifier, FileEntity> files) {
        Set<Long> seen = new HashSet<>();
        List<Identifier> again = new ArrayList<>();
        files.forEach((name, file) -> {
            if (!seen.add(file.key.id())) {
                again.add(name);
            }
        });
        if (!again.isEmpty()) {
            throw FileRefusals.duplicated(again);
        }
    }

    private static Map<Identifier, Long> ids(Map<Identifier, FileEntity> files) {
        Map<Identifier, Long> ids = new LinkedHashMap<>();
        files.forEach((name, file) -> ids.put(name, file.key.id()));
        return ids;
    }

    private static <T> T attempt(Supplier<T> work) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                return work.get();
            } catch (OutOfDateException e) {
                // What is there now decides.
            }
        }
        throw ServiceException.unavailable("Others keep changing these files.");
    }
}
