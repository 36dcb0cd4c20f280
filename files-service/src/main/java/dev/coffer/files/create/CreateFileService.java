package dev.coffer.files.create;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.dataset.DataSetLookup;
import dev.coffer.files.field.FileIds;
import dev.coffer.files.field.Label;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.OutOfDateException;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.label.LabelLookup;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import dev.coffer.files.upload.CreatedFileView;
import dev.coffer.files.upload.PartedFileView;
import dev.coffer.files.upload.UploadSessions;
import dev.coffer.files.upload.UploadSessions.UploadSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes the description of a file and hands out a link for its content. The right to upload comes first and the
 * row second, and after the commit nothing can fail any more: a client that gets a 5xx has left nothing behind
 * that others can see.
 */
@ApplicationScoped
public class CreateFileService {
    private static final int ATTEMPTS = 5;

    private final CreateFileTransactions transactions;
    private final UploadSessions sessions;
    private final ContentService contents;
    private final DataSetLookup dataSets;
    private final LabelLookup labels;

    CreateFileService(
            CreateFileTransactions transactions,
            UploadSessions sessions,
            ContentService contents,
            DataSetLookup dataSets,
            LabelLookup labels) {
        this.transactions = transactions;
        this.sessions = sessions;
        this.contents = contents;
        this.dataSets = dataSets;
        this.labels = labels;
    }

    /**
     * A new file, or with {@code overwrite} new words about the one that has the externalId of the request.
     *
     * @throws ServiceException 409 with {@code duplicated} if the externalId is in use and must not be overwritten
     */
    public CreatedFileView create(Access access, CreateFileRequest request, boolean overwrite) {
        Created created = create(access, request, overwrite, null);
        return CreatedFileView.of(created.file(), created.session());
    }

    /** The same with a link for each part of the content. */
    public PartedFileView createInParts(Access access, CreateFileRequest request, boolean overwrite, int parts) {
        Created created = create(access, request, overwrite, parts);
        return PartedFileView.of(created.file(), created.session());
    }

    private Created create(Access access, CreateFileRequest request, boolean overwrite, @Nullable Integer parts) {
        Project project = access.project();
        labels.requireDefined(project, names(request.labels()));
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FileEntity> existing = transactions.byExternalId(project, request.externalId());
            if (existing.isPresent() && !overwrite) {
                throw FileRefusals
                        .duplicated(List.of(Identifier.ofExternalId(Objects.requireNonNull(request.externalId()))));
            }
            checkDataSets(access, existing, request.dataSetId());
            // So that the answer shows content that has just arrived.
            existing.ifPresent(file -> contents.settle(project, List.of(file)));
            FileKey key = existing.map(file -> file.key).orElseGet(() -> FileKey.of(project, FileIds.next()));
            UploadSession session = sessions.open(key, parts);
            try {
                FileEntity file = existing.isPresent()
                        ? transactions.overwrite(access, key, request, session)
                        : transactions.insert(key, request, session);
                return new Created(file, session);
            } catch (OutOfDateException e) {
                sessions.release(key, session);
            }
        }
        throw ServiceException.unavailable("Others keep changing the file with this externalId.");
    }

    private void checkDataSets(Access access, Optional<FileEntity> existing, @Nullable Long asked) {
        existing.ifPresent(file -> access.requireToCover(file.dataSetId));
        if (asked != null || existing.isEmpty()) {
            dataSets.requireForWriting(access, asked);
        }
    }

    private static List<String> names(@Nullable List<Label> labels) {
        return labels == null ? List.of() : labels.stream().map(Label::externalId).toList();
    }

    private record Created(FileEntity file, UploadSession session) {}
}
