package dev.coffer.asset.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.StorableJson;
import dev.coffer.common.error.ServiceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What the metadata of an asset must say, those of its user before those of the system (comfy.md section
 * 2.1.1). Keys are names, never paths; all of them must fit, each by one of its alternatives.
 */
public record MetadataFilter(List<Clause> clauses) {
    private static final String PARAMETER = "metadata_filter";
    private static final int MAX_ALTERNATIVES = 500;

    /** One key and what its value may be; null stands for "not there". */
    record Clause(String key, List<Object> alternatives) {}

    static MetadataFilter of(String text, ObjectMapper json) {
        if (text == null || text.isEmpty()) {
            return new MetadataFilter(List.of());
        }
        Map<?, ?> object = object(text, json);
        StorableJson.problem(object).ifPresent(problem -> {
            throw ServiceException.invalidQuery(PARAMETER, problem);
        });
        List<Clause> clauses = new ArrayList<>();
        object.forEach((key, value) -> add((String) key, value, clauses));
        if (clauses.stream().mapToInt(clause -> clause.alternatives().size()).sum() > MAX_ALTERNATIVES) {
            throw ServiceException.invalidQuery(PARAMETER, "must have at most " + MAX_ALTERNATIVES + " values");
        }
        return new MetadataFilter(List.copyOf(clauses));
    }

    private static Map<?, ?> object(String text, ObjectMapper json) {
        try {
            if (json.readValue(text, Object.class) instanceof Map<?, ?> object) {
                return object;
            }
        } catch (JsonProcessingException | NumberFormatException e) {
            throw ServiceException.invalidQuery(PARAMETER, "must be a JSON object with numbers within range");
        }
        throw ServiceException.invalidQuery(PARAMETER, "must be a JSON object");
    }

    private static void add(String key, Object value, List<Clause> clauses) {
        List<Object> alternatives = value instanceof List<?> list ? new ArrayList<>(list) : Arrays.asList(value);
        if (!alternatives.isEmpty()) {
            clauses.add(new Clause(key, alternatives));
        }
    }

    void addTo(SqlText sql, ObjectMapper json) {
        for (Clause clause : clauses) {
            String or = " and (";
            for (Object value : clause.alternatives()) {
                sql.add(or);
                addAlternative(sql, clause.key(), value, json);
                or = " or ";
            }
            sql.add(")");
        }
    }

    /**
     * Containment finds its way through the index. For a scalar it is exact: jsonb never takes 1 for "1". For
     * anything deeper it is only the way, and equality decides.
     */
    private static void addAlternative(SqlText sql, String key, Object value, ObjectMapper json) {
        if (value == null) {
            sql.add("coalesce(jsonb_typeof(a.searchable -> ?), 'null') = 'null'", key);
            return;
        }
        String itself = text(Map.of(key, value), json);
        String asElement = text(Map.of(key, List.of(value)), json);
        if (value instanceof Map || value instanceof List) {
            sql.add("a.searchable @> cast(? as jsonb) and a.searchable -> ? = cast(? as jsonb)",
                    itself, key, text(value, json));
            sql.add(" or a.searchable @> cast(? as jsonb) and exists (select 1 from jsonb_array_elements("
                            + "case jsonb_typeof(a.searchable -> ?) when 'array' then a.searchable -> ? end) as e (element)"
                            + " where element = cast(? as jsonb))",
                    asElement, key, key, text(value, json));
        } else {
            sql.add("a.searchable @> cast(? as jsonb) or a.searchable @> cast(? as jsonb)", itself, asElement);
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
