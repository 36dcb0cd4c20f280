package dev.coffer.asset.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.AssetName;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.Text;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads the query of a list; whatever is wrong with it is a 400 that names the parameter, and an empty one is as
 * good as absent (comfy.md section 2.1).
 */
@ApplicationScoped
class AssetQueryReader {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 500;
    private static final int MAX_JOBS = 500;
    /** Further than any list reaches. */
    private static final long FAR = 1_000_000_000_000L;

    private final ObjectMapper json;
    private final Cursors cursors;

    AssetQueryReader(ObjectMapper json, Cursors cursors) {
        this.json = json;
        this.cursors = cursors;
    }

    AssetQuery read(AssetListParameters asked) {
        return new AssetQuery(
                TagFilter.of(asked),
                AssetName.folded(storable("name_contains", asked.nameContains)),
                MetadataFilter.of(asked.metadataFilter, json),
                hash(asked),
                jobs(asked.jobIds),
                includePublic(asked.includePublic),
                page(asked));
    }

    private AssetQuery.Page page(AssetListParameters asked) {
        AssetSort sort = absent(asked.sort)
                ? AssetSort.CREATED_AT
                : AssetSort.of(asked.sort).orElseThrow(() -> ServiceException.invalidQuery(
                        "sort", "must be name, created_at, updated_at, size or last_access_time"));
        boolean descending = descending(asked.order);
        Optional<AssetCursor> after = Optional.ofNullable(asked.after)
                .filter(text -> !text.isEmpty())
                .map(text -> cursors.parse(text, sort, descending));
        return new AssetQuery.Page(sort, descending, limit(asked.limit), offset(asked.offset), after);
    }

    private static boolean descending(String order) {
        return switch (order) {
            case null -> true;
            case "", "desc" -> true;
            case "asc" -> false;
            default -> throw ServiceException.invalidQuery("order", "must be asc or desc");
        };
    }

    private static int limit(String text) {
        if (absent(text)) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("0*[1-9]\\d{0,2}") || Integer.parseInt(text) > MAX_LIMIT) {
            throw ServiceException.invalidQuery("limit", "must be a number from 1 to " + MAX_LIMIT);
        }
        return Integer.parseInt(text);
    }

    private static long offset(String text) {
        if (absent(text)) {
            return 0;
        }
        if (!text.matches("\\d{1,100}")) {
            throw ServiceException.invalidQuery("offset", "must be a number from 0 on");
        }
        return text.length() > 18 ? FAR : Math.min(FAR, Long.parseLong(text));
    }

    private static boolean includePublic(String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "", "true", "1" -> true;
            case "false", "0" -> false;
            default -> throw ServiceException.invalidQuery("include_public", "must be true or false");
        };
    }

    private static Optional<String> hash(AssetListParameters asked) {
        String hash = storable("hash", asked.hash).strip();
        String older = storable("asset_hash", asked.assetHash).strip();
        return Optional.of(hash.isEmpty() ? older : hash).filter(text -> !text.isEmpty()).map(String::toLowerCase);
    }

    private static List<UUID> jobs(List<String> values) {
        List<UUID> jobs = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> AssetIds.parse(value)
                        .orElseThrow(() -> ServiceException.invalidQuery("job_ids", "must be UUIDs")))
                .distinct()
                .toList();
        if (jobs.size() > MAX_JOBS) {
            throw ServiceException.invalidQuery("job_ids", "must be at most " + MAX_JOBS);
        }
        return jobs;
    }

    private static boolean absent(String text) {
        return text == null || text.isEmpty();
    }

    private static String storable(String parameter, String text) {
        if (text == null) {
            return "";
        }
        if (!Text.storable(text)) {
            throw ServiceException.invalidQuery(parameter, "must not contain NUL or unpaired surrogates");
        }
        return text;
    }
}
