package dev.coffer.files.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.TestJson;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With 100,000 data sets, every filter is answered from an index that is made for it. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class DataSetListPlansIT {
    private static final Project BIG = new Project("acme", "big");
    private static final String FILL = """
            insert into data_set (tenant, project, id, external_id, metadata, created_at, updated_at)
            select 'acme', 'big', 1 + n * 90071992547, 'x' || n, jsonb_build_object('k', (n / 10)::text), to_timestamp(n),
                to_timestamp(n)
            from generate_series(1, 99999) n on conflict do nothing""";

    @Inject
    DataSetRepository dataSets;

    @Inject
    Rows rows;

    @BeforeEach
    void fill() {
        if (rows.count("select count(*) from data_set where project = 'big'") == 0) {
            rows.fill(FILL);
            // What waits to be merged into an index makes it look dear.
            rows.execute("vacuum analyze data_set");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                      | data_set_pkey",
                "{\"externalIdPrefix\":\"x7777\"}                        | data_set_external_id",
                "{\"metadata\":{\"k\":\"77\"}}                           | data_set_by_metadata",
                "{\"createdTime\":{\"min\":5000,\"max\":9000}}           | data_set_by_created",
                "{\"lastUpdatedTime\":{\"min\":99998000}}                | data_set_by_updated"
            })
    void aFilterHasItsIndex(String filter, String index) {
        String plan = plan(Access.all(BIG), TestJson.read(filter, DataSetFilter.class));
        assertThat(plan).contains(index).doesNotContain("Seq Scan");
    }

    @Test
    void aTokenForDataSetsReadsOnlyThose() {
        Access limited = new Access(BIG, Optional.of(Set.of(5L, 7L)));
        assertThat(plan(limited, DataSetFilter.check(null))).contains("data_set_pkey").doesNotContain("Seq Scan");
    }

    private String plan(Access access, DataSetFilter filter) {
        return rows.plan(dataSets.pageSql(access, filter, 0, 101));
    }
}
