package dev.coffer.files.create;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.create.FileWrites.OutOfDate;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileIds;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/**
 * Takes the description of a file and hands out a link for its content. The right to upload comes first and the
 * row second, and after the commit nothing can fail any more: a client that gets a 5xx has left nothing behind
 * that others can see.
 */
@ApplicationScoped
public class CreateFileService {
    private static final int ATTEMPTS = 5;

    private final FileWrites writes;
    private final Tickets tickets;
    private final ContentService contents;

    CreateFileService(FileWrites writes, Tickets tickets, ContentService contents) {
        this.writes = writes;
        this.tickets = tickets;
        this.contents = contents;
    }

    /**
     * A new file, or with {@code overwrite} new words about the one that has the externalId of the request.
     *
     * @throws ServiceException 409 with {@code duplicated} if the externalId is in use and must not be overwritten
     */
    public CreatedFileView create(Project project, CreateFileRequest request, boolean overwrite) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<FileEntity> existing = writes.byExternalId(project, request.externalId());
            if (existing.isPresent() && !overwrite) {
                throw FileRefusals.duplicated(List.of(Identifier.ofExternalId(request.externalId())));
            }
            // So that the answer shows content that came in a moment ago.
            existing.ifPresent(file -> contents.settle(project, List.of(file)));
            FileKey key = existing.map(file -> file.key).orElseGet(() -> FileKey.of(project, FileIds.next()));
            Ticket ticket = tickets.open(key);
            try {
                FileEntity file = existing.isPresent()
                        ? writes.overwrite(key, request, ticket)
                        : writes.insert(key, request, ticket);
                return CreatedFileView.of(file, ticket.url());
            } catch (OutOfDate e) {
                tickets.giveBack(ticket);
            }
        }
        throw ServiceException.unavailable("Others keep changing the file with this externalId.");
    }
}
