package dev.coffer.files.identifier;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.page.AnswerMemory;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files that identifiers name, with at most one query per kind of identifier, and one that says how large
 * they are.
 */
@ApplicationScoped
public class FileLookup {
    private final FileRepository files;
    private final AnswerMemory memory;

    FileLookup(FileRepository files, AnswerMemory memory) {
        this.files = files;
        this.memory = memory;
    }

    /**
     * What was found, by the identifier that was asked; what is unknown, or not for the caller, has no entry.
     *
     * @throws ServiceException 400 if they are more than fits into one answer
     */
    @Transactional
    public Map<Identifier, FileEntity> find(Access access, List<Identifier> items) {
        Project project = access.project();
        makeRoom(project, items);
        Map<Identifier, FileEntity> found = new HashMap<>();
        files.byIds(project, values(items, Identifier::id))
                .forEach(file -> found.put(Identifier.ofId(file.key.id()), file));
        files.byExternalIds(project, values(items, Identifier::externalId))
                .forEach(file -> found.put(Identifier.ofExternalId(Objects.requireNonNull(file.externalId)), file));
        List<InstanceId> instanceIds = values(items, Identifier::instanceId);
        files.byInstanceIds(project, instanceIds)
                .forEach(file -> found.put(Identifier.ofInstanceId(Objects.requireNonNull(file.instanceId)), file));
        found.values().removeIf(file -> !access.covers(file.dataSetId));
        return found;
    }

    /** A single file needs no further query. */
    private void makeRoom(Project project, List<Identifier> items) {
        if (items.size() > 1) {
            memory.takeForItems(
                    files.answerBytes(project, values(items, Identifier::id), values(items, Identifier::externalId)));
        }
    }

    private static <T> List<T> values(List<Identifier> items, Function<Identifier, @Nullable T> part) {
        return items.stream().map(part).filter(Objects::nonNull).toList();
    }
}
