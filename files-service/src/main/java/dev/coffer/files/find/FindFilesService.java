package dev.coffer.files.find;

import dev.coffer.files.content.ContentService;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.identifier.FileLookup;
import dev.coffer.files.identifier.FileRefusals;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Gives files back by their identifiers, with the content that they have at this moment. */
@ApplicationScoped
public class FindFilesService {
    private final FileLookup lookup;
    private final ContentService contents;

    FindFilesService(FileLookup lookup, ContentService contents) {
        this.lookup = lookup;
        this.contents = contents;
    }

    /** Those that exist and that the caller sees, in the order asked for. */
    public Map<Identifier, FileEntity> known(Access access, List<Identifier> items) {
        Map<Identifier, FileEntity> found = lookup.find(access, items);
        Map<FileKey, FileEntity> settled = new HashMap<>();
        contents.settle(access.project(), List.copyOf(found.values())).forEach(file -> settled.put(file.key, file));
        Map<Identifier, FileEntity> inOrder = new LinkedHashMap<>();
        for (Identifier item : items) {
            FileEntity file = found.get(item);
            if (file != null) {
                inOrder.put(item, Objects.requireNonNull(settled.get(file.key)));
            }
        }
        return inOrder;
    }

    /**
     * The one file.
     *
     * @throws ServiceException 400 with {@code missing} if it is not among what the caller sees
     */
    public FileEntity one(Access access, Identifier item) {
        return Objects.requireNonNull(all(access, List.of(item)).get(item));
    }

    /**
     * All of them.
     *
     * @throws ServiceException 400 with {@code missing} if one is not among what the caller sees
     */
    public Map<Identifier, FileEntity> all(Access access, List<Identifier> items) {
        Map<Identifier, FileEntity> files = known(access, items);
        List<Identifier> missing = items.stream().filter(item -> !files.containsKey(item)).toList();
        if (!missing.isEmpty()) {
            throw FileRefusals.unknown(missing);
        }
        return files;
    }
}
