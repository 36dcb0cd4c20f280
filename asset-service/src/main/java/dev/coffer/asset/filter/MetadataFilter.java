package dev.coffer.asset.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.label.StorableJson;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of an asset must contain; those of its user precede those of the system (comfy.md section 2.1.1).
 * Keys are names, never paths; every key must have one of its alternatives as its value.
 */
public record MetadataFilter(List<Clause> clauses) {
    private static final String PARAMETER = "metadata_filter";
    private static final int MAX_ALTERNATIVES = 500;
    private static final long MAX_TEXT = 64 << 10;

    /** One key and what its value may be. */
    record Clause(String key, List<Alternative> alternatives) {}

    /** A value, as SQL. */
    sealed interface Alternative {

        static Alternative of(String key, Object value, ObjectMapper json) {
            return switch (value) {
                case null -> new Absent();
                case Map<?, ?> map -> Deep.of(key, map, json);
                case List<?> list -> Deep.of(key, list, json);
                default -> new Scalar("$." + text(key, json) + " == " + text(value, json));
            };
        }

        void addTo(SqlText sql, String key);
    }

    /** The key is absent, or its value is null. */
    record Absent() implements Alternative {
        @Override
        public void addTo(SqlText sql, String key) {
            sql.add("coalesce(jsonb_typeof(a.searchable -> ?), 'null') = 'null'", key);
        }
    }

    /**
     * The value, or a list with the value as an element: equality in a JSON path means both. Types are not converted.
     */
    record Scalar(String path) implements Alternative {
        @Override
        public void addTo(SqlText sql, String key) {
            sql.add("a.searchable @@ cast(? as jsonpath)", path);
        }
    }

    /**
     * Containment uses the index; equality decides.
     *
     * @param itself an object with the key and the value
     * @param asElement an object with the key and a list of the value
     */
    record Deep(String value, String itself, String asElement) implements Alternative {

        static Deep of(String key, Object value, ObjectMapper json) {
            return new Deep(
                    text(value, json), text(Map.of(key, value), json), text(Map.of(key, List.of(value)), json));
        }

        @Override
        public void addTo(SqlText sql, String key) {
            sql.add("a.searchable @> cast(? as jsonb) and a.searchable -> ? = cast(? as jsonb)", itself, key, value);
            sql.add(" or a.searchable @> cast(? as jsonb) and exists (select 1 from jsonb_array_elements("
                    + "case jsonb_typeof(a.searchable -> ?) when 'array' then a.searchable -> ? end)"
                    + " as e (element) where element = cast(? as jsonb))",
                    asElement, key, key, value);
        }
    }

    static MetadataFilter of(@Nullable String text, JsonReader reader, ObjectMapper json) {
        if (text == null || text.isEmpty()) {
            return new MetadataFilter(List.of());
        }
        Map<?, ?> object = object(text, reader);
        StorableJson.problem(object).ifPresent(problem -> {
            throw ServiceException.invalidQuery(PARAMETER, problem);
        });
        // The key is repeated for each value.
        if (object.entrySet().stream().mapToLong(MetadataFilter::length).sum() > MAX_TEXT) {
            throw ServiceException.invalidQuery(PARAMETER,
                    "must have keys whose lengths, times the number of their values, are at most " + MAX_TEXT);
        }
        List<Clause> clauses = object.entrySet().stream()
                .map(entry -> clause((String) entry.getKey(), entry.getValue(), json))
                .filter(clause -> !clause.alternatives().isEmpty())
                .toList();
        if (clauses.stream().mapToInt(clause -> clause.alternatives().size()).sum() > MAX_ALTERNATIVES) {
            throw ServiceException.invalidQuery(PARAMETER, "must have at most " + MAX_ALTERNATIVES + " values");
        }
        return new MetadataFilter(clauses);
    }

    private static long length(Map.Entry<?, ?> entry) {
        long values = entry.getValue() instanceof List<?> list ? list.size() : 1;
        return values * ((String) entry.getKey()).length();
    }

    private static Map<?, ?> object(String text, JsonReader reader) {
        return reader.textIfFits(text, Object.class)
                .filter(Map.class::isInstance)
                .map(Map.class::cast)
                .orElseThrow(() -> ServiceException.invalidQuery(
                        PARAMETER, "must be a JSON object with numbers within range"));
    }

    private static Clause clause(String key, Object value, ObjectMapper json) {
        List<?> values = value instanceof List<?> list ? list : Arrays.asList(value);
        return new Clause(key, values.stream().map(one -> Alternative.of(key, one, json)).toList());
    }

    void addTo(SqlText sql) {
        for (Clause clause : clauses) {
            String or = " and (";
            for (Alternative alternative : clause.alternatives()) {
                sql.add(or);
                alternative.addTo(sql, clause.key());
                or = " or ";
            }
            sql.add(")");
        }
    }

    private static String text(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
