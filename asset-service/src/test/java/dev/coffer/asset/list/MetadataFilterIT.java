package dev.coffer.asset.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class MetadataFilterIT {
    @Inject
    Rows rows;

    @Inject
    Queries queries;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        // stored                        | asked                     | fits
        "{\"k\":\"v\"}                   | {}                        | true",
        "{\"k\":\"v\"}                   | {\"k\":\"v\"}             | true",
        "{\"k\":\"v\"}                   | {\"k\":\"V\"}             | false",
        "{\"k\":\"v\"}                   | {\"K\":\"v\"}             | false",
        "{\"k\":1}                       | {\"k\":1}                 | true",
        "{\"k\":1}                       | {\"k\":1.0}               | true",
        "{\"k\":1.50}                    | {\"k\":1.5}               | true",
        "{\"k\":1}                       | {\"k\":\"1\"}             | false",
        "{\"k\":\"1\"}                   | {\"k\":1}                 | false",
        "{\"k\":true}                    | {\"k\":true}              | true",
        "{\"k\":true}                    | {\"k\":1}                 | false",
        "{\"k\":1}                       | {\"k\":true}              | false",
        "{\"k\":\"true\"}                | {\"k\":true}              | false",
        "{}                              | {\"k\":null}              | true",
        "{\"k\":null}                    | {\"k\":null}              | true",
        "{\"k\":0}                       | {\"k\":null}              | false",
        "{\"k\":\"\"}                    | {\"k\":null}              | false",
        "{\"k\":null}                    | {\"k\":\"null\"}          | false",
        "{\"k\":[1,null]}                | {\"k\":null}              | false",
        "{\"k\":[\"a\",\"b\"]}           | {\"k\":\"b\"}             | true",
        "{\"k\":[\"a\",\"b\"]}           | {\"k\":\"c\"}             | false",
        "{\"k\":[1,2]}                   | {\"k\":2.0}               | true",
        "{\"k\":[[1],2]}                 | {\"k\":1}                 | false",
        "{\"k\":\"a\"}                   | {\"k\":[\"a\",\"b\"]}     | true",
        "{\"k\":\"c\"}                   | {\"k\":[\"a\",\"b\"]}     | false",
        "{}                              | {\"k\":[\"a\",null]}      | true",
        "{\"k\":\"c\"}                   | {\"k\":[]}                | true",
        "{\"k\":{\"a\":1,\"b\":2}}       | {\"k\":{\"b\":2.0,\"a\":1}} | true",
        "{\"k\":{\"a\":1,\"b\":2}}       | {\"k\":{\"a\":1}}         | false",
        "{\"k\":{\"a\":1}}               | {\"k\":{}}                | false",
        "{\"k\":[{\"a\":1},{\"b\":2}]}   | {\"k\":{\"b\":2}}         | true",
        "{\"k\":[{\"a\":1,\"c\":3}]}     | {\"k\":{\"a\":1}}         | false",
        "{\"a.b\":1}                     | {\"a.b\":1}               | true",
        "{\"a\":{\"b\":1}}               | {\"a.b\":1}               | false",
        "{\"k\":{\"a\":1}}               | {\"a\":1}                 | false",
        "{\"k\":1,\"l\":2}               | {\"k\":1,\"l\":2}         | true",
        "{\"k\":1,\"l\":2}               | {\"k\":1,\"l\":3}         | false",
        "{\"größe :/\":\"'; --\"}        | {\"größe :/\":\"'; --\"}  | true"
    })
    void aStoredValueFitsAFilter(String stored, String asked, boolean fits) {
        Owner owner = Rows.somebody();
        rows.add(owner, "it", row -> row.userMetadata = stored);
        assertThat(queries.list(owner, "metadata_filter=" + asked).total()).isEqualTo(fits ? 1 : 0);
    }

    @Test
    void whatTheUserSaysCoversWhatTheSystemKnows() {
        Owner owner = Rows.somebody();
        rows.add(owner, "it", row -> {
            row.metadata = "{\"kind\":\"image\",\"width\":10,\"height\":5}";
            row.userMetadata = "{\"kind\":\"photo\",\"height\":null}";
        });
        assertThat(queries.names(owner, "metadata_filter={\"kind\":\"photo\",\"width\":10,\"height\":null}"))
                .hasSize(1);
        assertThat(queries.names(owner, "metadata_filter={\"kind\":\"image\"}")).isEmpty();
        assertThat(queries.names(owner, "metadata_filter={\"height\":5}")).isEmpty();
    }
}
