package dev.coffer.files.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.database.SqlText;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.geo.GeoCondition;
import dev.coffer.files.geo.GeoLocationColumn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Pages, hits and totals in native SQL: first the ids in their order, then their rows. Where a filter has a geometry,
 * the database finds boxes, and what is in them is compared here, row by row and no further than needed.
 */
@ApplicationScoped
class FileListRepository {
    private static final int FETCHED_AT_ONCE = 500;
    private static final int TOKENS = 10;

    private final EntityManager database;
    private final ObjectMapper json;
    private final FileRepository files;
    private final GeoLocationColumn locations;

    FileListRepository(EntityManager database, ObjectMapper json, FileRepository files, GeoLocationColumn locations) {
        this.database = database;
        this.json = json;
        this.files = files;
        this.locations = locations;
    }

    /** Files of the partition with larger ids than the last one seen, in the order of their ids. */
    @Transactional
    List<FileEntity> page(FileQuery query, Partition partition, long after, int most) {
        return rows(query, ids(query, pageSql(query, partition, after), most));
    }

    /** Files whose name is like the text, the likest first. */
    @Transactional
    List<FileEntity> hits(FileQuery query, String text, int most) {
        return rows(query, ids(query, hitsSql(query, text), most));
    }

    @Transactional
    long count(FileQuery query) {
        if (query.geo().isPresent()) {
            return ids(query, select(query), Integer.MAX_VALUE).size();
        }
        SqlText sql = new SqlText().add("select count(*)");
        new FileConditions(sql, json).add(query);
        return ((Number) sql.bindTo(database.createNativeQuery(sql.text())).getSingleResult()).longValue();
    }

    SqlText pageSql(FileQuery query, Partition partition, long after) {
        return select(query)
                .add(" and f.id between ? and ?", Math.max(partition.first(), after + 1), partition.last())
                .add(" order by f.id");
    }

    SqlText hitsSql(FileQuery query, String text) {
        String folded = FileEntity.folded(text);
        SqlText sql = select(query).add(" and (? <% f.folded_name or starts_with(f.folded_name, ?)", folded, folded);
        List<String> tokens = tokens(folded);
        if (!tokens.isEmpty()) {
            sql.add(" or (true");
            tokens.forEach(token -> sql.add(" and f.folded_name like ?", "%" + token + "%"));
            sql.add(")");
        }
        return sql.add(") order by (f.folded_name = ?) desc, starts_with(f.folded_name, ?) desc,", folded, folded)
                .add(" word_similarity(?, f.folded_name) desc, f.id", folded);
    }

    private SqlText select(FileQuery query) {
        SqlText sql = new SqlText().add(query.geo().isPresent()
                ? "select f.id, cast(f.geo_location as text)"
                : "select f.id, cast(null as text)");
        new FileConditions(sql, json).add(query);
        return sql;
    }

    private List<Long> ids(FileQuery query, SqlText sql, int most) {
        if (query.geo().isEmpty()) {
            sql.add(" limit ?", most);
        }
        NativeQuery<Object[]> select = database.unwrap(Session.class).createNativeQuery(sql.text(), Object[].class);
        select.setFetchSize(FETCHED_AT_ONCE);
        try (Stream<Object[]> found = sql.bindTo(select).getResultStream()) {
            return found.filter(row -> query.geo().isEmpty() || lies(query.geo().get(), (String) row[1]))
                    .map(row -> ((Number) row[0]).longValue())
                    .limit(most)
                    .toList();
        }
    }

    private boolean lies(GeoCondition condition, String location) {
        return condition.holds(locations.convertToEntityAttribute(location));
    }

    private List<FileEntity> rows(FileQuery query, List<Long> ids) {
        Map<Long, FileEntity> rows = files.byIds(query.access().project(), ids).stream()
                .collect(Collectors.toMap(file -> file.key.id(), Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
    }

    private static List<String> tokens(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{N}]+")).filter(token -> !token.isEmpty()).limit(TOKENS).toList();
    }
}
