package dev.coffer.asset.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FilterIT {
    @Inject
    Rows rows;

    @Inject
    Queries queries;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "include_tags=input                    | cat dog",
        "include_tags=input,red                | cat",
        "include_tags=input , ,red,input       | cat",
        "tags_all=input                        | cat dog",
        "include_tags=Input                    | ''",
        "exclude_tags=red                      | bird dog",
        "tags_none=red,output                  | dog",
        "tags_any=red,blue                     | cat dog fish",
        "tags_any=nothing                      | ''",
        "include_tags=                         | bird cat dog fish",
        "name_contains=I                       | bird fish",
        "name_contains=zebra                   | ''",
        "include_tags=..                       | fish"
    })
    void everyFilter(String query, String expected) {
        Owner owner = Rows.somebody();
        rows.add(owner, "cat", "input", "red");
        rows.add(owner, "dog", "input", "blue");
        rows.add(owner, "bird", "output");
        rows.add(owner, "fish", "red", "..");
        assertThat(String.join(" ", queries.names(owner, query, "sort=name", "order=asc"))).isEqualTo(expected);
    }

    @Test
    void filtersCombineWithAnd() {
        Owner owner = Rows.somebody();
        rows.add(owner, "cat 1", "input", "red");
        rows.add(owner, "cat 2", "input", "red", "missing");
        rows.add(owner, "dog 1", "input", "red");
        assertThat(queries.names(owner, "include_tags=input", "include_tags=red", "exclude_tags=missing",
                "name_contains=CAT"))
                .containsExactly("cat 1");
        assertThat(queries.names(owner, "tags_any=red", "tags_none=red")).isEmpty();
        assertThat(queries.names(owner, "include_tags=red", "exclude_tags=red")).isEmpty();
    }

    @Test
    void manyTagsAreAllNeeded() {
        Owner owner = Rows.somebody();
        String[] tags = IntStream.range(0, 90).mapToObj(i -> "t" + i).toArray(String[]::new);
        rows.add(owner, "all", tags);
        rows.add(owner, "one less", java.util.Arrays.copyOf(tags, 89));
        String all = java.util.Arrays.stream(tags).collect(Collectors.joining(","));
        assertThat(queries.names(owner, "tags_all=" + all)).containsExactly("all");
    }

    @Test
    void wildcardsInNamesAreLetters() {
        Owner owner = Rows.somebody();
        rows.add(owner, "100%_sure\\.png");
        rows.add(owner, "100 is sure.png");
        assertThat(queries.names(owner, "name_contains=%")).containsExactly("100%_sure\\.png");
        assertThat(queries.names(owner, "name_contains=0%_S")).containsExactly("100%_sure\\.png");
        assertThat(queries.names(owner, "name_contains=e\\.")).containsExactly("100%_sure\\.png");
        assertThat(queries.names(owner, "name_contains=_")).containsExactly("100%_sure\\.png");
    }

    @Test
    void caseDoesNotMatterInAnyAlphabet() {
        Owner owner = Rows.somebody();
        rows.add(owner, "ÄRGER Москва.png");
        rows.add(owner, "ΟΔΟΣ ΑΣ. Große ﬁne.png");
        for (String part : List.of("οδος", "ΟΔΟΣ", "οδοσ", "οδος ας", "ΑΣ.", "ας.", "ς", "GROSSE", "GROẞE", "große",
                "FINE")) {
            assertThat(queries.names(owner, "name_contains=" + part)).as(part)
                    .containsExactly("ΟΔΟΣ ΑΣ. Große ﬁne.png");
        }
        assertThat(queries.names(owner, "name_contains=ärger")).hasSize(1);
        assertThat(queries.names(owner, "name_contains=МОСКВА")).hasSize(1);
        assertThat(queries.names(owner, "name_contains=arger")).isEmpty();
    }

    @Test
    void byHashAndByJob() {
        Owner owner = Rows.somebody();
        UUID job = UUID.randomUUID();
        Asset one = rows.add(owner, "one", row -> row.jobId = job);
        rows.add(owner, "two");
        assertThat(queries.names(owner, "hash=" + one.hash)).containsExactly("one");
        assertThat(queries.names(owner, "asset_hash=" + one.hash)).containsExactly("one");
        assertThat(queries.list(owner, "hash=one.png").total()).isZero();
        assertThat(queries.names(owner, "job_ids=" + job + "," + UUID.randomUUID())).containsExactly("one");
    }
}
