package dev.coffer.files.download;

import dev.coffer.common.content.Shown;
import dev.coffer.common.signing.TransferLinks;
import dev.coffer.files.download.DownloadLinksView.DownloadLinkView;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.find.FindFilesService;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Makes links that give a file's content to every holder. */
@ApplicationScoped
class DownloadLinkService {
    private final FindFilesService files;
    private final TransferLinks links;
    private final DownloadLinkConfig config;

    DownloadLinkService(FindFilesService files, TransferLinks links, DownloadLinkConfig config) {
        this.files = files;
        this.links = links;
        this.config = config;
    }

    /**
     * A link for each of the files.
     *
     * @throws ServiceException 400 if one is unknown or has no content
     */
    List<DownloadLinkView> links(Access access, List<Identifier> items, boolean extended) {
        Map<Identifier, FileEntity> found = files.all(access, items);
        List<Identifier> empty = items.stream().filter(item -> file(item, found).content == null).toList();
        if (!empty.isEmpty()) {
            throw FileRefusals.notUploaded(alike(empty, found));
        }
        Duration life = extended ? config.extendedDownloadLinkLife() : config.downloadLinkLife();
        return items.stream().map(item -> DownloadLinkView.of(item, link(file(item, found), life))).toList();
    }

    // Clients parse one list out of the message, so it has one kind of identifier.
    private static List<Identifier> alike(List<Identifier> items, Map<Identifier, FileEntity> files) {
        boolean alike = items.stream().map(Identifier::kind).distinct().count() == 1;
        return alike ? items : items.stream().map(item -> Identifier.ofId(file(item, files).key.id())).toList();
    }

    private static FileEntity file(Identifier item, Map<Identifier, FileEntity> files) {
        return Objects.requireNonNull(files.get(item));
    }

    private String link(FileEntity file, Duration life) {
        Shown saved = Shown.saved(file.mimeType, file.name);
        return links.fileDownload(
                Objects.requireNonNull(file.content).ref(), file.project().owner(), saved.type(), saved.disposition(),
                life);
    }
}
