package dev.coffer.files.list;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.Text;
import dev.coffer.files.content.ContentService;
import dev.coffer.files.dataset.DataSetLookup;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.Limits;
import dev.coffer.files.geo.GeoCondition;
import dev.coffer.files.page.Cursors;
import dev.coffer.files.page.Page;
import dev.coffer.files.page.PageLimit;
import dev.coffer.files.project.Access;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds files by what they are like, with the content that they have at this moment. */
@ApplicationScoped
class FileListService {
    private static final String CURSOR = "file-cursor";

    private final FileListRepository files;
    private final Cursors cursors;
    private final DataSetLookup dataSets;
    private final ContentService contents;

    FileListService(
            FileListRepository files, Cursors cursors, DataSetLookup dataSets, ContentService contents) {
        this.files = files;
        this.cursors = cursors;
        this.dataSets = dataSets;
        this.contents = contents;
    }

    /** A page in the order of the ids. @throws ServiceException 400 for a bad filter, limit, cursor or partition */
    FilePageView list(Access access, ListFilesRequest request) {
        FileQuery query = query(access, request.filter());
        Partition partition = Partition.parse(request.partition());
        int limit = PageLimit.of(request.limit());
        long after = cursors.id(CURSOR, request.cursor());
        Page<FileEntity> page = Page.of(files.page(query, partition, after, limit + 1), limit,
                last -> cursors.behind(CURSOR, last.key.id()));
        return FilePageView.of(settled(query, page.rows()), page.nextCursor());
    }

    /** How many files pass the filter. */
    long count(Access access, AggregateFilesRequest request) {
        return files.count(query(access, request.filter()));
    }

    /** The likest files first; those with equal names, and all if only the filter counts, in the order of the ids. */
    FilePageView search(Access access, SearchFilesRequest request) {
        FileQuery query = query(access, request.filter());
        int limit = PageLimit.of(request.limit());
        String text = Text.check("search.name", request.text(), Limits.NAME);
        List<FileEntity> found =
                text == null ? files.page(query, Partition.WHOLE, 0, limit) : files.hits(query, text, limit);
        return FilePageView.of(settled(query, found), null);
    }

    private FileQuery query(Access access, FileFilter asked) {
        FileFilter filter = FileFilterRules.check(asked);
        return new FileQuery(
                access,
                filter,
                dataSets.filter(access, filter.dataSetIds()),
                Optional.ofNullable(filter.geoLocation()).map(geo -> GeoCondition.of("filter.geoLocation", geo)));
    }

    /** Content that came in a moment ago may be what the filter asked about. */
    private List<FileEntity> settled(FileQuery query, List<FileEntity> page) {
        Boolean uploaded = query.filter().uploaded();
        return contents.settle(query.access().project(), page).stream()
                .filter(file -> uploaded == null || uploaded == (file.content != null))
                .toList();
    }
}
