package dev.coffer.userdata.setting;

import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The settings of a person: JSON texts by their keys. */
@ApplicationScoped
class SettingRepository {
    private static final String OF_PERSON = " from setting where tenant = :tenant and subject = :subject";
    private static final String ALL = "select key, value" + OF_PERSON + " order by key";
    private static final String OF_KEY = OF_PERSON + " and key = :key";
    private static final String ONE = "select value" + OF_KEY;
    private static final String VALUE_SIZE = "select octet_length(value)" + OF_KEY;
    /** As in the document, where keys are escaped as JSON, and values are JSON already. */
    private static final String SIZE =
            "select coalesce(sum(octet_length(cast(to_json(key) as text)) + octet_length(value) + 2), 0)" + OF_PERSON;
    private static final String MERGE = """
            insert into setting (tenant, subject, key, value)
            select :tenant, :subject, k, v from unnest(cast(:keys as text[]), cast(:values as text[])) as given (k, v)
            on conflict (tenant, subject, key) do update set value = excluded.value""";

    private final EntityManager database;

    SettingRepository(EntityManager database) {
        this.database = database;
    }

    /** All settings, by key, as the driver has received them. */
    Map<String, byte[]> all(Caller person) {
        NativeQuery<Row> query = database.unwrap(Session.class)
                .createNativeQuery(ALL, Object.class)
                .addScalar("key", String.class)
                .addScalar("value", byte[].class)
                .setTupleTransformer((row, names) -> new Row((String) row[0], (byte[]) row[1]));
        bound(query, person);
        Map<String, byte[]> settings = new LinkedHashMap<>();
        query.getResultList().forEach(row -> settings.put(row.key(), row.value()));
        return settings;
    }

    /** Bytes of the value; 0 if it was never set. */
    long valueSize(Caller person, String key) {
        List<?> sizes = of(person, VALUE_SIZE).setParameter("key", key).getResultList();
        return sizes.stream().mapToLong(size -> ((Number) size).longValue()).sum();
    }

    /** The value, as the driver has received it. */
    Optional<byte[]> value(Caller person, String key) {
        NativeQuery<byte[]> query =
                database.unwrap(Session.class).createNativeQuery(ONE, byte[].class).addScalar("value", byte[].class);
        bound(query, person).setParameter("key", key);
        return query.uniqueResultOptional();
    }

    /** Sets these and keeps all others; in sorted order, so that there are no deadlocks. */
    void merge(Caller person, SortedMap<String, String> values) {
        of(person, MERGE)
                .setParameter("keys", values.keySet().toArray(String[]::new))
                .setParameter("values", values.values().toArray(String[]::new))
                .executeUpdate();
    }

    /** Bytes of all settings together, as one JSON object. */
    long size(Caller person) {
        return ((Number) of(person, SIZE).getSingleResult()).longValue();
    }

    private Query of(Caller person, String sql) {
        return bound(database.createNativeQuery(sql), person);
    }

    private static Query bound(Query query, Caller person) {
        return query.setParameter("tenant", person.tenant()).setParameter("subject", person.subject());
    }

    private record Row(String key, byte[] value) {}
}
