package dev.coffer.files.list;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.database.ScansRows;
import dev.coffer.common.database.SqlText;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileRepository;
import dev.coffer.files.filter.FileConditions;
import dev.coffer.files.filter.FileQuery;
import dev.coffer.files.geo.GeoBox;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.geo.GeoLocationColumn;
import dev.coffer.files.project.Project;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Pages, hits and totals in native SQL: first the ids in their order, then their rows. Of a geometry the database knows
 * the box; {@link FilesByPlace} compares what is in it.
 */
@ApplicationScoped
class FileListRepository {
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
    @ScansRows
    @Transactional
    List<Candidate> page(FileQuery query, Partition partition, long after, int most) {
        return candidates(query, pageSql(query, partition, after).add(" limit ?", most));
    }

    /** Files whose name is like the text, the most similar first. */
    @ScansRows
    @Transactional
    List<Candidate> hits(FileQuery query, String text, int most) {
        return candidates(query, hitsSql(query, text).add(" limit ?", most));
    }

    /** How many files pass all of the filter that the database can tell. */
    @ScansRows
    @Transactional
    long count(FileQuery query) {
        SqlText sql = new SqlText().add("select count(*)");
        new FileConditions(sql, json).add(query);
        return ((Number) sql.bindTo(database.createNativeQuery(sql.text())).getSingleResult()).longValue();
    }

    /** The locations of files, by their ids. */
    @Transactional
    Map<Long, GeoLocation> locations(Project project, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        SqlText sql = new SqlText().add("select f.id, cast(f.geo_location as text) from file f where f.tenant = ?"
                + " and f.project = ? and f.id = any (cast(? as bigint[])) and f.geo_location is not null",
                project.tenant(), project.name(), ids.toArray(Long[]::new));
        Map<Long, GeoLocation> found = new HashMap<>();
        for (StoredLocation row : rows(sql, StoredLocation.class)) {
            found.put(row.id(), locations.convertToEntityAttribute(row.json()));
        }
        return found;
    }

    /** The rows of those files that are still there, in the same order. */
    @Transactional
    List<FileEntity> rows(Project project, List<Long> ids) {
        Map<Long, FileEntity> rows = files.byIds(project, ids).stream()
                .collect(Collectors.toMap(file -> file.key.id(), Function.identity()));
        return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
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
                ? "select f.id, f.answer_bytes, f.geo_west, f.geo_south, f.geo_east, f.geo_north"
                : "select f.id, f.answer_bytes");
        new FileConditions(sql, json).add(query);
        return sql;
    }

    private List<Candidate> candidates(FileQuery query, SqlText sql) {
        return query.geo().isPresent()
                ? rows(sql, PlacedRow.class).stream().map(PlacedRow::candidate).toList()
                : rows(sql, SizedRow.class).stream().map(row -> new Candidate(row.id(), row.bytes(), null)).toList();
    }

    @SuppressWarnings("unchecked")
    private <T> List<T> rows(SqlText sql, Class<T> type) {
        return sql.bindTo(database.createNativeQuery(sql.text(), type)).getResultList();
    }

    private static List<String> tokens(String text) {
        return Stream.of(text.split("[^\\p{L}\\p{N}]+")).filter(token -> !token.isEmpty()).limit(TOKENS).toList();
    }

    record SizedRow(long id, long bytes) {}

    record PlacedRow(long id, long bytes, Double west, Double south, Double east, Double north) {
        Candidate candidate() {
            return new Candidate(id, bytes, new GeoBox(west, south, east, north));
        }
    }

    record StoredLocation(long id, String json) {}
}
