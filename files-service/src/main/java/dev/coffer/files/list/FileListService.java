package dev.coffer.files.list;

import dev.coffer.common.text.Text;
import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.dataset.DataSetLookup;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.filter.FileFilterRules;
import dev.coffer.files.filter.FileQuery;
import dev.coffer.files.list.FileListRequests.AggregateFilesRequest;
import dev.coffer.files.list.FileListRequests.ListFilesRequest;
import dev.coffer.files.list.FileListRequests.SearchFilesRequest;
import dev.coffer.files.page.AnswerMemory;
import dev.coffer.files.page.AnswerSizeConfig;
import dev.coffer.files.page.PageCursors;
import dev.coffer.files.page.PageLimit;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds files by what they are like, with the content that they have at this moment. */
@ApplicationScoped
class FileListService {
    private static final String CURSOR = "file-cursor";

    private final FileListRepository files;
    private final FilesByPlace byPlace;
    private final AnswerSizeConfig answers;
    private final AnswerMemory memory;
    private final PageCursors cursors;
    private final DataSetLookup dataSets;
    private final ContentService contents;

    FileListService(
            FileListRepository files,
            FilesByPlace byPlace,
            AnswerSizeConfig answers,
            AnswerMemory memory,
            PageCursors cursors,
            DataSetLookup dataSets,
            ContentService contents) {
        this.files = files;
        this.byPlace = byPlace;
        this.answers = answers;
        this.memory = memory;
        this.cursors = cursors;
        this.dataSets = dataSets;
        this.contents = contents;
    }

    /**
     * A page in the order of the ids.
     *
     * @throws ServiceException 400 for a bad filter, limit, cursor or partition
     */
    FilePageView list(Access access, ListFilesRequest request) {
        FileQuery query = query(access, request.filter());
        Partition partition = Partition.parse(request.partition());
        int limit = PageLimit.of(request.limit());
        long after = cursors.id(CURSOR, request.cursor());
        Selection page = new Selection(limit, answers.pageLimit().asLongValue());
        if (query.geo().isPresent()) {
            byPlace.page(query, partition, after, page);
        } else {
            takeAll(files.page(query, partition, after, limit + 1), page);
        }
        String next = page.next() == null ? null : cursors.behind(CURSOR, page.next());
        return FilePageView.of(settled(query, page), next);
    }

    /** How many files pass the filter. */
    long count(Access access, AggregateFilesRequest request) {
        FileQuery query = query(access, request.filter());
        return query.geo().isPresent() ? byPlace.count(query) : files.count(query);
    }

    /**
     * The most similar files first; those with equal names, and all if only the filter counts, in the order of the ids.
     */
    FilePageView search(Access access, SearchFilesRequest request) {
        FileQuery query = query(access, request.filter());
        int limit = PageLimit.of(request.limit());
        String text = Text.check("search.name", request.text(), FieldLimits.NAME);
        Selection found = new Selection(limit, answers.itemsLimit().asLongValue());
        if (text == null && query.geo().isPresent()) {
            byPlace.first(query, found);
        } else if (text == null) {
            takeAll(files.page(query, Partition.WHOLE, 0, limit), found);
        } else if (query.geo().isPresent()) {
            byPlace.hits(query, text, found);
        } else {
            takeAll(files.hits(query, text, limit), found);
        }
        return FilePageView.of(settled(query, found), null);
    }

    private static void takeAll(List<Candidate> found, Selection answer) {
        for (Candidate file : found) {
            if (!answer.take(file)) {
                return;
            }
        }
    }

    private FileQuery query(Access access, @Nullable FileFilter asked) {
        FileFilter filter = FileFilterRules.check(asked);
        return new FileQuery(
                access,
                filter,
                dataSets.filter(access, filter.dataSetIds()),
                Optional.ofNullable(filter.geoLocation()).map(geo -> GeoCondition.of("filter.geoLocation", geo)));
    }

    /** Content that has just arrived may be what the filter asks about. */
    private List<FileEntity> settled(FileQuery query, Selection page) {
        Boolean uploaded = query.filter().uploaded();
        Project project = query.access().project();
        memory.take(page.bytes());
        return contents.settle(project, files.rows(project, page.ids())).stream()
                .filter(file -> uploaded == null || uploaded == (file.content != null))
                .toList();
    }
}
