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
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the metadata of an asset must contain; those of its user precede those of the system (comfy.md section 2.1.1).
 * Keys are names, never paths; every key must have one of its alternatives as its value. A query has the filter in each
 * of its scans, so its text is short whatever is asked for: all scalars are in one JSON path.
 */
public record MetadataFilter(List<Clause> clauses) {
    private static final String PARAMETER = "metadata_filter";
    private static final int MAX_ALTERNATIVES = 500;
    /** Each of them is a part of the statement of its own. */
    private static final int MAX_NESTED = 20;
    private static final long MAX_TEXT = 64 << 10;
    private static final String FITS = "a.searchable @@ cast(? as jsonpath)";

    /**
     * One key and what its value may be.
     *
     * @param scalars the value, or a list with the value as an element: equality in a JSON path means both. Types are
     *     not converted
     * @param absent whether the key may be absent, or its value null
     */
    record Clause(String key, List<String> scalars, boolean absent, List<Nested> nested) {

        static Clause of(String key, List<?> values, ObjectMapper json) {
            return new Clause(key,
                    values.stream().filter(MetadataFilter::isScalar)
                            .map(value -> "$." + text(key, json) + " == " + text(value, json)).toList(),
                    values.contains(null),
                    values.stream().filter(Objects::nonNull).filter(value -> !isScalar(value))
                            .map(value -> Nested.of(key, value, json)).toList());
        }

        int alternatives() {
            return scalars.size() + parts();
        }

        /** How many parts of a statement it takes besides its scalars. */
        int parts() {
            return nested.size() + (absent ? 1 : 0);
        }

        String path() {
            return scalars.stream().collect(Collectors.joining(" || ", "(", ")"));
        }

        void addTo(SqlText sql) {
            String or = " and (";
            if (!scalars.isEmpty()) {
                sql.add(or + FITS, path());
                or = " or ";
            }
            if (absent) {
                sql.add(or + "coalesce(jsonb_typeof(a.searchable -> ?), 'null') = 'null'", key);
                or = " or ";
            }
            for (Nested value : nested) {
                sql.add(or);
                value.addTo(sql, key);
                or = " or ";
            }
            sql.add(")");
        }
    }

    /**
     * An object or list. Containment uses the index; equality decides.
     *
     * @param itself an object with the key and the value
     * @param asElement an object with the key and a list of the value
     */
    record Nested(String value, String itself, String asElement) {

        static Nested of(String key, Object value, ObjectMapper json) {
            return new Nested(
                    text(value, json), text(Map.of(key, value), json), text(Map.of(key, List.of(value)), json));
        }

        void addTo(SqlText sql, String key) {
            sql.add("a.searchable @> cast(? as jsonb) and a.searchable -> ? = cast(? as jsonb)", itself, key, value);
            sql.add(" or a.searchable @> cast(? as jsonb) and exists (select 1 from jsonb_array_elements("
                    + "case jsonb_typeof(a.searchable -> ?) when 'array' then a.searchable -> ? end)"
                    + " as e (element) where element = cast(? as jsonb))",
                    asElement, key, key, value);
        }
    }

    private static boolean isScalar(@Nullable Object value) {
        return value != null && !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
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
                .filter(clause -> clause.alternatives() > 0)
                .toList();
        if (clauses.stream().mapToInt(Clause::alternatives).sum() > MAX_ALTERNATIVES
                || clauses.stream().mapToInt(Clause::parts).sum() > MAX_NESTED) {
            throw ServiceException.invalidQuery(PARAMETER, "must have at most " + MAX_ALTERNATIVES
                    + " values, of which at most " + MAX_NESTED + " are objects, lists in lists, or null");
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
        return Clause.of(key, value instanceof List<?> list ? list : Arrays.asList(value), json);
    }

    void addTo(SqlText sql) {
        // Those of scalars alone can be in one path together.
        String path = clauses.stream().filter(clause -> clause.parts() == 0).map(Clause::path)
                .collect(Collectors.joining(" && "));
        if (!path.isEmpty()) {
            sql.add(" and " + FITS, path);
        }
        clauses.stream().filter(clause -> clause.parts() > 0).forEach(clause -> clause.addTo(sql));
    }

    private static String text(Object value, ObjectMapper json) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
