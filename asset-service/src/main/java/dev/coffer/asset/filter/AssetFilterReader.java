package dev.coffer.asset.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.name.FileName;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import dev.coffer.common.text.Text;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads filters; an invalid one is a 400 that names the parameter, and an empty one counts as absent
 * (comfy.md section 2.1).
 */
@ApplicationScoped
public class AssetFilterReader {
    private static final int MAX_JOBS = 500;

    private final JsonReader reader;
    private final ObjectMapper json;

    public AssetFilterReader(JsonReader reader, ObjectMapper json) {
        this.reader = reader;
        this.json = json;
    }

    public AssetFilter read(AssetFilterParameters asked) {
        return new AssetFilter(
                TagFilter.of(asked),
                Text.folded(checked("name_contains", QueryParameters.text("name_contains", asked.nameContains))),
                MetadataFilter.of(asked.metadataFilter, reader, json),
                content(asked),
                jobs(asked.jobIds),
                QueryParameters.flag("include_public", asked.includePublic, true));
    }

    private static Optional<ContentFilter> content(AssetFilterParameters asked) {
        String hash = name("hash", asked.hash);
        String older = name("asset_hash", asked.assetHash);
        return Optional.of(hash.isEmpty() ? older : hash).filter(text -> !text.isEmpty()).map(ContentFilter::of);
    }

    private static String name(String parameter, @Nullable String text) {
        return checked(parameter, QueryParameters.text(parameter, text).strip());
    }

    private static String checked(String parameter, String text) {
        if (text.length() > FileName.MAX_LENGTH) {
            throw ServiceException.invalidQuery(parameter, "must have at most " + FileName.MAX_LENGTH + " characters");
        }
        return text;
    }

    private static List<UUID> jobs(List<String> values) {
        List<UUID> jobs = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> Ids.parse(value)
                        .orElseThrow(() -> ServiceException.invalidQuery("job_ids", "must be UUIDs")))
                .distinct()
                .toList();
        if (jobs.size() > MAX_JOBS) {
            throw ServiceException.invalidQuery("job_ids", "must be at most " + MAX_JOBS);
        }
        return jobs;
    }
}
