package dev.coffer.files.identifier;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.file.InstanceId;
import dev.coffer.files.page.AnswerConfig;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Finds the files that identifiers name, with at most one query per kind of identifier. */
@ApplicationScoped
public class FileLookup {
    /** So many fit always. */
    private static final int FEW = 16;

    private final FileRepository files;
    private final AnswerConfig answers;

    FileLookup(FileRepository files, AnswerConfig answers) {
        this.files = files;
        this.answers = answers;
    }

    /**
     * What was found, by the identifier that was asked; what is unknown, or not for the caller, has no entry.
     *
     * @throws ServiceException 400 if they are more than fits into one answer
     */
    @Transactional
    public Map<Identifier, FileEntity> find(Access access, List<Identifier> items) {
        Project project = access.project();
        refuseTooMuch(project, items);
        Map<Identifier, FileEntity> found = new HashMap<>();
        files.byIds(project, values(items, Identifier::id))
                .forEach(file -> found.put(Identifier.ofId(file.key.id()), file));
        files.byExternalIds(project, values(items, Identifier::externalId))
                .forEach(file -> found.put(Identifier.ofExternalId(file.externalId), file));
        List<InstanceId> instanceIds = values(items, Identifier::instanceId);
        files.byInstanceIds(project, instanceIds)
                .forEach(file -> found.put(Identifier.ofInstanceId(file.instanceId), file));
        found.values().removeIf(file -> !access.covers(file.dataSetId));
        return found;
    }

    private void refuseTooMuch(Project project, List<Identifier> items) {
        long most = answers.itemsLimit().asLongValue();
        if (items.size() > FEW
                && files.answerBytes(project, values(items, Identifier::id), values(items, Identifier::externalId)) > most) {
            throw ServiceException.invalidBody("items",
                    "must be fewer: these files have more than " + most + " bytes of metadata and locations together");
        }
    }

    private static <T> List<T> values(List<Identifier> items, Function<Identifier, T> part) {
        return items.stream().map(part).filter(Objects::nonNull).toList();
    }
}
