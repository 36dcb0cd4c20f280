package dev.coffer.files.list;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.api.QueryFlag;
import dev.coffer.files.dataset.EitherId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the values of a query, in the spellings of all SDKs (cdf-files.md section 3.7). Empty is absent. */
final class QueryTexts {
    /** Lists of ids, or of objects with one, and no more of them than any filter may have. */
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3).maxTokenCount(10_000).build())
            .build());

    private QueryTexts() {}

    static @Nullable Boolean flag(String parameter, @Nullable String text) {
        return text == null || text.isEmpty() ? null : Boolean.valueOf(QueryFlag.of(parameter, text));
    }

    static @Nullable Long number(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?[0-9]{1,18}")) {
            throw ServiceException.invalidQuery(parameter, "must be a number");
        }
        return Long.valueOf(text);
    }

    /** Ids from a repeated key, from a JSON array, or both. */
    static @Nullable List<Long> ids(String parameter, List<String> texts) {
        List<Long> ids = new ArrayList<>();
        for (JsonNode value : values(parameter, texts)) {
            ids.add(id(parameter, value));
        }
        return ids.isEmpty() ? null : ids;
    }

    /** The same, where an element of an array may also be an object with {@code id} or {@code externalId}. */
    static @Nullable List<EitherId> dataSets(String parameter, List<String> texts) {
        List<EitherId> items = new ArrayList<>();
        for (JsonNode value : values(parameter, texts)) {
            JsonNode externalId = value.path("externalId");
            items.add(externalId.isTextual()
                    ? new EitherId(null, externalId.textValue())
                    : new EitherId(id(parameter, value.isObject() ? value.path("id") : value), null));
        }
        return items.isEmpty() ? null : items;
    }

    private static List<JsonNode> values(String parameter, List<String> texts) {
        List<JsonNode> values = new ArrayList<>();
        for (String text : texts) {
            JsonNode value = parse(parameter, text);
            if (value.isArray()) {
                value.forEach(values::add);
            } else if (!value.isMissingNode()) {
                values.add(value);
            }
        }
        return values;
    }

    private static JsonNode parse(String parameter, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw wrong(parameter);
        }
    }

    private static long id(String parameter, JsonNode value) {
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw wrong(parameter);
        }
        return value.longValue();
    }

    private static ServiceException wrong(String parameter) {
        return ServiceException.invalidQuery(parameter, "must be ids, or a JSON array of them");
    }
}
