package dev.coffer.asset.list;

import dev.coffer.asset.filter.AssetFilterReader;
import dev.coffer.asset.filter.QueryParameters;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the query of a list: filters, order and page (comfy.md section 2.1). */
@ApplicationScoped
class AssetQueryReader {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 500;

    private final AssetFilterReader filters;
    private final AssetCursors cursors;

    AssetQueryReader(AssetFilterReader filters, AssetCursors cursors) {
        this.filters = filters;
        this.cursors = cursors;
    }

    AssetQuery read(AssetListParameters asked) {
        return new AssetQuery(filters.read(asked), page(asked));
    }

    private AssetQuery.Page page(AssetListParameters asked) {
        AssetSort sort = QueryParameters.absent(asked.sort)
                ? AssetSort.CREATED_AT
                : AssetSort.of(asked.sort).orElseThrow(() -> ServiceException.invalidQuery(
                        "sort", "must be name, created_at, updated_at, size or last_access_time"));
        boolean descending = descending(asked.order);
        Optional<AssetCursor> after = Optional.ofNullable(asked.after)
                .filter(text -> !text.isEmpty())
                .map(text -> cursors.parse(text, sort, descending));
        long offset = QueryParameters.offset(asked.offset);
        return new AssetQuery.Page(sort, descending, QueryParameters.limit(asked.limit, DEFAULT_LIMIT, MAX_LIMIT),
                offset, after, after.isPresent() || offset == 0 && sort.hasCursor());
    }

    private static boolean descending(@Nullable String order) {
        return switch (order) {
            case null -> true;
            case "", "desc" -> true;
            case "asc" -> false;
            default -> throw ServiceException.invalidQuery("order", "must be asc or desc");
        };
    }
}
