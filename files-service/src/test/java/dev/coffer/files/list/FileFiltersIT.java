package dev.coffer.files.list;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesServers;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.list.FileListRequests.AggregateFilesRequest;
import dev.coffer.files.list.FileListRequests.ListFilesRequest;
import dev.coffer.files.list.FileListRequests.SearchFilesRequest;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which files a filter finds, on a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FileFiltersIT {
    private final Project project = new Project("acme", "p" + UUID.randomUUID());
    private final Map<Long, String> names = new HashMap<>();

    @Inject
    FileListService files;

    @Inject
    StoredFiles stored;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{}                                                        | a b c d",
                "{\"name\":\"a\"}                                          | a",
                "{\"name\":\"A\"}                                          | ~~",
                "{\"name\":null,\"source\":\"s%\"}                         | b",
                "{\"mimeType\":\"text/plain\"}                             | a b",
                "{\"mimeType\":\"text/plain\",\"source\":\"s%\"}           | b",
                "{\"directoryPrefix\":\"/x\"}                              | a b",
                "{\"directoryPrefix\":\"/x_\"}                             | b",
                "{\"directoryPrefix\":\"/%\"}                              | ~~",
                "{\"directoryPrefix\":\"/X\"}                              | ~~",
                "{\"externalIdPrefix\":\"e\"}                              | a b",
                "{\"externalIdPrefix\":\"e_\"}                             | b",
                "{\"metadata\":{\"k\":\"v\"}}                              | a b",
                "{\"metadata\":{\"k\":\"v\",\"l\":\"\"}}                   | b",
                "{\"metadata\":{\"k\":\"w\"}}                              | ~~",
                "{\"metadata\":{}}                                         | a b",
                "{\"assetIds\":[1]}                                        | a b",
                "{\"assetIds\":[2,3]}                                      | b c",
                "{\"assetIds\":[9]}                                        | ~~",
                "{\"labels\":{\"containsAny\":[{\"externalId\":\"x\"},{\"externalId\":\"y\"}]}} | a b c",
                "{\"labels\":{\"containsAll\":[{\"externalId\":\"x\"},{\"externalId\":\"y\"}]}} | b",
                "{\"labels\":{\"containsAny\":[{\"externalId\":\"x\"}],\"containsAll\":[{\"externalId\":\"y\"}]}} | b",
                "{\"uploaded\":true}                                       | c",
                "{\"uploaded\":false}                                      | a b d",
                "{\"createdTime\":{\"min\":2000}}                          | b c d",
                "{\"createdTime\":{\"max\":2000}}                          | a b",
                "{\"createdTime\":{\"min\":2000,\"max\":2000}}             | b",
                "{\"createdTime\":{\"min\":0,\"max\":9223372036854775807}} | a b c d",
                "{\"createdTime\":{\"min\":9223372036854775807}}           | ~~",
                "{\"lastUpdatedTime\":{\"min\":3,\"max\":4}}               | ~~",
                "{\"uploadedTime\":{}}                                     | c",
                "{\"uploadedTime\":{\"min\":7000,\"max\":7000}}            | c",
                "{\"uploadedTime\":{\"max\":6999}}                         | ~~",
                "{\"sourceCreatedTime\":{\"min\":5,\"max\":5}}             | a",
                "{\"sourceCreatedTime\":{\"max\":9223372036854775807}}     | a d",
                "{\"sourceModifiedTime\":{\"min\":1}}                      | d"
            })
    void everyFilterFindsWhatItSays(String filter, String expected) {
        add("a", 1000, file -> {
            file.mimeType = "text/plain";
            file.directory = "/x/y";
            file.externalId = "e1";
            file.metadata = Map.of("k", "v");
            file.assetIds = List.of(1L);
            file.labels = List.of("x");
            file.sourceCreatedTime = 5L;
        });
        add("b", 2000, file -> {
            file.mimeType = "text/plain";
            file.source = "s%";
            file.directory = "/x_";
            file.externalId = "e_2";
            file.metadata = Map.of("k", "v", "l", "");
            file.assetIds = List.of(2L, 1L);
            file.labels = List.of("y", "x");
        });
        add("c", 3000, file -> {
            file.assetIds = List.of(3L);
            file.labels = List.of("y");
            file.content = new FileContent(UUID.randomUUID(), 1L, 5L, null, null, Instant.ofEpochMilli(7000));
        });
        add("d", 4000, file -> {
            file.sourceCreatedTime = Long.MAX_VALUE;
            file.sourceModifiedTime = 1L;
        });
        assertFound(filter, expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INTERSECTS | inside across hole",
                "intersects | inside across hole",
                "WITHIN     | inside hole",
                "disjoint   | away"
            })
    void aGeometryIsComparedExactly(String relation, String expected) {
        place("inside", "Point", "[1,1]");
        place("across", "LineString", "[[-5,5],[15,5]]");
        place("hole", "Point", "[5,5]");
        place("away", "Point", "[11,5]");
        add("nowhere", 1, file -> {});
        String square = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,10],[0,0]]]}";
        assertFound("{\"geoLocation\":{\"relation\":\"" + relation + "\",\"shape\":" + square + "}}", expected);
    }

    @Test
    void boxesThatMeetMayBelongToShapesThatDoNot() {
        place("inTheHole", "Point", "[5,5]");
        place("onTheRing", "Point", "[1,1]");
        String ring = "{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[2,2],[8,2],[8,8],[2,8],[2,2]]]}";
        assertFound("{\"geoLocation\":{\"relation\":\"INTERSECTS\",\"shape\":" + ring + "}}", "onTheRing");
        assertFound("{\"geoLocation\":{\"relation\":\"DISJOINT\",\"shape\":" + ring + "}}", "inTheHole");
    }

    @Test
    void pagesOfAGeometryLeaveNothingOut() {
        for (int i = 0; i < 25; i++) {
            place("p" + i, "Point", "[" + i + ",0]");
        }
        String filter = "{\"geoLocation\":{\"relation\":\"WITHIN\",\"shape\":{\"type\":\"Polygon\",\"coordinates\":"
                + "[[[-1,-1],[19.5,-1],[19.5,1],[-1,1],[-1,-1]]]}}}";
        String cursor = null;
        int seen = 0;
        do {
            FilePageView page =
                    list("{\"limit\":7,\"filter\":" + filter + ",\"cursor\":" + TestJson.write(cursor) + "}");
            seen += page.items().size();
            cursor = page.nextCursor();
        } while (cursor != null);
        assertThat(seen).isEqualTo(20);
    }

    @Test
    void aCallerLimitedToDataSetsSeesOnlyThose() {
        add("in", 1, file -> file.dataSetId = 5L);
        add("other", 1, file -> file.dataSetId = 6L);
        add("none", 1, file -> {});
        Access limited = new Access(project, Optional.of(Set.of(5L, 7L)));
        FilePageView page = files.list(limited, TestJson.read("{}", ListFilesRequest.class));
        assertThat(page.items()).extracting(file -> file.name()).containsExactly("in");
        assertThat(files.count(limited, new AggregateFilesRequest(null))).isOne();
        Access nothing = new Access(project, Optional.of(Set.of()));
        assertThat(files.count(nothing, new AggregateFilesRequest(null))).isZero();
    }

    @Test
    void pagesComeInTheOrderOfTheIdsAndPartitionsShareThem() {
        for (int i = 0; i < 60; i++) {
            add("f" + i, 1, file -> {});
        }
        List<Long> all = list("{\"limit\":1000}").items().stream().map(file -> file.id()).toList();
        assertThat(all).hasSize(60).isSorted();
        assertThat(list("{\"limit\":60}").nextCursor()).isNull();
        FilePageView first = list("{\"limit\":20}");
        assertThat(first.nextCursor()).matches("[A-Za-z0-9._-]+");
        assertThat(list("{\"limit\":100,\"cursor\":\"" + first.nextCursor() + "\"}").items()).hasSize(40);
        int parts = 0;
        for (int m = 1; m <= 8; m++) {
            parts += list("{\"partition\":\"" + m + "/8\"}").items().size();
        }
        assertThat(parts).isEqualTo(60);
        String same = list("{\"limit\":1,\"partition\":\"1/2\"}").nextCursor();
        assertThat(same).isEqualTo(list("{\"limit\":1}").nextCursor());
    }

    private void assertFound(String filter, String expected) {
        Set<String> wanted = expected.isBlank() ? Set.of() : Set.of(expected.strip().split(" "));
        Set<String> found = list("{\"filter\":" + filter + "}").items().stream()
                .map(file -> names.get(file.id()))
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(wanted);
        AggregateFilesRequest count = TestJson.read("{\"filter\":" + filter + "}", AggregateFilesRequest.class);
        assertThat(files.count(Access.all(project), count)).isEqualTo(wanted.size());
        SearchFilesRequest search = TestJson.read("{\"filter\":" + filter + "}", SearchFilesRequest.class);
        assertThat(files.search(Access.all(project), search).items()).hasSize(wanted.size());
    }

    private FilePageView list(String request) {
        return files.list(Access.all(project), TestJson.read(request, ListFilesRequest.class));
    }

    private void place(String name, String type, String coordinates) {
        add(name, 1, file -> file.geoLocation = TestJson.read("{\"type\":\"Feature\",\"geometry\":{\"type\":\"" + type
                + "\",\"coordinates\":" + coordinates + "}}", GeoLocation.class));
    }

    private void add(String name, long created, Consumer<FileEntity> changes) {
        names.put(stored.add(project, file -> {
            file.name = name;
            file.createdAt = Instant.ofEpochMilli(created).plusNanos(999_000);
            changes.accept(file);
        }).id(), name);
    }
}
