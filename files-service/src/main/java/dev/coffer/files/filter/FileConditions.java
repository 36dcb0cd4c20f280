package dev.coffer.files.filter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.database.SqlText;
import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.field.Label;
import dev.coffer.files.geo.GeoBox;
import dev.coffer.files.geo.GeoRelation;
import dev.coffer.files.page.TimeRange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filter in SQL. Each condition has its index in {@code V2__find_files.sql}. */
public final class FileConditions {
    private final SqlText sql;
    private final ObjectMapper json;

    public FileConditions(SqlText sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Adds the conditions on a row {@code f}; of a geometry only what its box can say. */
    public void add(FileQuery query) {
        sql.add(" from file f where f.tenant = ? and f.project = ?",
                query.access().project().tenant(), query.access().project().name());
        query.access().dataSets().ifPresent(this::dataSets);
        query.dataSets().ifPresent(this::dataSets);
        FileFilter filter = query.filter();
        equal("f.name", filter.name());
        equal("f.mime_type", filter.mimeType());
        equal("f.source", filter.source());
        prefix("f.directory", filter.directoryPrefix());
        prefix("f.external_id", filter.externalIdPrefix());
        metadata(filter.metadata());
        array(" and f.asset_ids && cast(? as bigint[])", filter.assetIds());
        labels(filter.labels());
        times(filter);
        if (filter.uploaded() != null) {
            sql.add(filter.uploaded() ? " and f.content_ref is not null" : " and f.content_ref is null");
        }
        query.geo().ifPresent(this::place);
    }

    private void equal(String column, @Nullable String value) {
        if (value != null) {
            sql.add(" and " + column + " = ?", value);
        }
    }

    private void prefix(String column, @Nullable String value) {
        if (value != null) {
            sql.add(" and starts_with(" + column + ", ?)", value);
        }
    }

    private void dataSets(Collection<Long> ids) {
        array(" and f.data_set_id = any (cast(? as bigint[]))", ids);
    }

    private void metadata(@Nullable Map<String, String> pairs) {
        if (pairs != null) {
            sql.add(" and f.metadata @> cast(? as jsonb)", text(pairs));
        }
    }

    private void labels(@Nullable LabelsFilter labels) {
        if (labels != null && labels.containsAny() != null) {
            sql.add(" and f.labels && cast(? as text[])", (Object) names(labels.containsAny()));
        }
        if (labels != null && labels.containsAll() != null) {
            sql.add(" and f.labels @> cast(? as text[])", (Object) names(labels.containsAll()));
        }
    }

    private void array(String condition, @Nullable Collection<Long> ids) {
        if (ids != null) {
            sql.add(condition, (Object) ids.toArray(Long[]::new));
        }
    }

    private void times(FileFilter filter) {
        TimeRange.addTo(sql, "f.created_at", filter.createdTime());
        TimeRange.addTo(sql, "f.updated_at", filter.lastUpdatedTime());
        TimeRange.addTo(sql, "f.uploaded_at", filter.uploadedTime());
        numbers("f.source_created_time", filter.sourceCreatedTime());
        numbers("f.source_modified_time", filter.sourceModifiedTime());
    }

    private void numbers(String column, @Nullable TimeRange range) {
        if (range == null) {
            return;
        }
        sql.add(" and " + column + " is not null");
        if (range.min() != null) {
            sql.add(" and " + column + " >= ?", range.min());
        }
        if (range.max() != null) {
            sql.add(" and " + column + " <= ?", range.max());
        }
    }

    private void place(GeoCondition place) {
        sql.add(" and f.geo_west is not null");
        if (place.relation() != GeoRelation.DISJOINT) {
            GeoBox box = place.box();
            String relation = place.relation() == GeoRelation.WITHIN ? "<@" : "&&";
            sql.add(" and box(point(f.geo_east, f.geo_north), point(f.geo_west, f.geo_south)) " + relation
                    + " box(point(?, ?), point(?, ?))", box.east(), box.north(), box.west(), box.south());
        }
    }

    private String text(Map<String, String> pairs) {
        try {
            return json.writeValueAsString(pairs);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] names(List<Label> labels) {
        return labels.stream().map(Label::externalId).toArray(String[]::new);
    }
}
