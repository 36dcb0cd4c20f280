package dev.coffer.files.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.filter.FileFilterRules;
import dev.coffer.files.filter.FileQuery;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 files, every filter is answered from an index that is made for it. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FileListPlansIT {
    private static final Project BIG = new Project("acme", "big");
    private static final String FILL = """
            insert into file (tenant, project, id, external_id, name, folded_name, directory, source, mime_type, metadata,
                asset_ids, data_set_id, source_created_time, source_modified_time, labels, geo_location, geo_west,
                geo_south, geo_east, geo_north, created_at, updated_at, content_ref, content_completion, content_size,
                uploaded_at)
            select 'acme', 'big', 1 + n * 90071992547, 'x' || n, 'report ' || md5(n::text), 'report ' || md5(n::text),
                '/d/' || n / 10, 's' || n / 10, 'm' || n / 10, jsonb_build_object('k', n / 10), array[n / 10], n / 10, n, n,
                array['l' || n / 10], '{"type":"Feature","geometry":{"type":"Point","coordinates":[0,0]}}',
                (n % 360) - 180, (n / 360 % 180) - 90, (n % 360) - 180, (n / 360 % 180) - 90,
                to_timestamp(n), to_timestamp(n), case when n % 1000 = 0 then null else gen_random_uuid() end,
                case when n % 1000 = 0 then null else n end, case when n % 1000 = 0 then null else 1 end,
                case when n % 1000 = 0 then null else to_timestamp(n) end
            from generate_series(1, 99999) n on conflict do nothing""";

    @Inject
    FileListRepository files;

    @Inject
    Rows rows;

    @BeforeEach
    void fill() {
        if (rows.count("select count(*) from file where project = 'big'") == 0) {
            rows.fill(FILL);
            // What waits to be merged into an index makes it look dear.
            rows.execute("vacuum analyze file");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                | file_pkey",
                "{\"name\":\"x\"}                                  | file_by_name",
                "{\"mimeType\":\"m77\"}                            | file_by_mime_type",
                "{\"source\":\"s77\"}                              | file_by_source",
                "{\"directoryPrefix\":\"/d/7777\"}                 | file_by_directory",
                "{\"externalIdPrefix\":\"x7777\"}                  | file_external_id",
                "{\"metadata\":{\"k\":\"77\"}}                     | file_by_metadata",
                "{\"assetIds\":[77]}                               | file_by_asset",
                "{\"dataSetIds\":[{\"id\":77}]}                    | file_by_data_set",
                "{\"createdTime\":{\"min\":5000,\"max\":9000}}     | file_by_created",
                "{\"lastUpdatedTime\":{\"min\":5000,\"max\":9000}} | file_by_updated",
                "{\"uploadedTime\":{\"min\":5000,\"max\":9000}}    | file_by_uploaded",
                "{\"sourceCreatedTime\":{\"min\":5,\"max\":9}}     | file_by_source_created",
                "{\"sourceModifiedTime\":{\"min\":5,\"max\":9}}    | file_by_source_modified",
                "{\"uploaded\":false}                              | file_without_content",
                "{\"labels\":{\"containsAny\":[{\"externalId\":\"l77\"}]}} | file_by_label",
                "{\"labels\":{\"containsAll\":[{\"externalId\":\"l77\"}]}} | file_by_label",
                "{\"geoLocation\":{\"relation\":\"WITHIN\",\"shape\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[2,0],[2,2],[0,0]]]}}} | file_by_place",
                "{\"geoLocation\":{\"relation\":\"INTERSECTS\",\"shape\":{\"type\":\"Point\",\"coordinates\":[1,1]}}} | file_by_place"
            })
    void aFilterHasItsIndex(String filter, String index) {
        String plan = rows.plan(files.pageSql(query(filter), Partition.WHOLE, 0).add(" limit 101"));
        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    @Test
    void aSearchHasItsIndices() {
        String plan = rows.plan(files.hitsSql(query("{}"), "cafebabe"));
        assertThat(plan).contains("file_by_part_of_name", "file_by_folded_name").doesNotContain("Seq Scan");
    }

    @Test
    void aSliceIsReadAsASlice() {
        String plan = rows.plan(files.pageSql(query("{}"), Partition.parse("7/10"), 0).add(" limit 101"));
        assertThat(plan).contains("file_pkey").doesNotContain("Seq Scan");
    }

    private static FileQuery query(String filter) {
        FileFilter good = FileFilterRules.check(TestJson.read(filter, FileFilter.class));
        return new FileQuery(Access.all(BIG), good,
                Optional.ofNullable(good.dataSetIds()).map(ids -> ids.stream().map(item -> item.id()).toList()),
                Optional.ofNullable(good.geoLocation()).map(geo -> GeoCondition.of("filter.geoLocation", geo)));
    }
}
