package dev.coffer.files.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.FilesServers;
import dev.coffer.files.TestJson;
import dev.coffer.files.comparison.Comparisons;
import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.comparison.GeoLimits;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.filter.FileFilter;
import dev.coffer.files.filter.FileFilterRules;
import dev.coffer.files.filter.FileQuery;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.identifier.FileLookup;
import dev.coffer.files.identifier.Identifier;
import dev.coffer.files.list.FileListRequests.AggregateFilesRequest;
import dev.coffer.files.list.FileListRequests.ListFilesRequest;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of questions that would take too long, or whose answer would be too large. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class BoundedAnswersIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Project project = new Project("t" + UUID.randomUUID(), "p");

    @Inject
    FileListRepository files;

    @Inject
    FileListService service;

    @Inject
    FileLookup lookup;

    @Inject
    StoredFiles stored;

    @Test
    void aPageThatLooksAtTooManyFilesEndsEarlyAndNothingIsLeftOut() {
        for (int i = 0; i < 23; i++) {
            place("Point", "[" + i + ",0]");
        }
        FilesByPlace few = byPlace(GeoLimits.comparisons(5, LONG, LONG));
        FileQuery query = query("{\"geoLocation\":{\"relation\":\"WITHIN\",\"shape\":" + square(3.5, 14.5) + "}}");
        List<Long> seen = new ArrayList<>();
        int pages = 0;
        Long after = 0L;
        while (after != null) {
            Selection page = new Selection(100, 1 << 20);
            few.page(query, Partition.WHOLE, after, page);
            seen.addAll(page.ids());
            after = page.next();
            pages++;
        }
        assertThat(seen).hasSize(11).isSorted().doesNotHaveDuplicates();
        assertThat(pages).isGreaterThanOrEqualTo(11 / 5);
        assertThat(few.count(query)).isEqualTo(11);
        assertThatThrownBy(() -> few.first(query("{\"geoLocation\":{\"relation\":\"DISJOINT\",\"shape\":"
                + square(-20, 20) + "}}"), new Selection(100, 1 << 20)))
                .isInstanceOf(ServiceException.class)
                .hasMessageStartingWith("filter.geoLocation takes too long to compare");
    }

    @Test
    void whatWouldTakeTooLongIsRefused() {
        place("LineString", "[[1,1],[9,9]]");
        FilesByPlace noTime = byPlace(GeoLimits.comparisons(5, Duration.ZERO, LONG));
        FileQuery query = query("{\"geoLocation\":{\"relation\":\"INTERSECTS\",\"shape\":" + square(0, 5) + "}}");
        String message = "filter.geoLocation takes too long to compare";
        assertThatThrownBy(() -> noTime.count(query)).hasMessageStartingWith(message);
        assertThatThrownBy(() -> noTime.page(query, Partition.WHOLE, 0, new Selection(9, 999)))
                .hasMessageStartingWith(message);
        assertThatThrownBy(() -> noTime.hits(query, "name", new Selection(9, 999))).hasMessageStartingWith(message);
        assertThatThrownBy(() -> noTime.first(query, new Selection(9, 999))).hasMessageStartingWith(message);
    }

    @Test
    void aTenantComparesInTurns() {
        Comparisons one = GeoLimits.comparisons(5, LONG, Duration.ZERO);
        FileQuery query = query("{\"geoLocation\":{\"relation\":\"INTERSECTS\",\"shape\":" + square(0, 5) + "}}");
        try (Comparisons.Turn turn = one.begin(project.tenant())) {
            assertThat(turn.run(() -> Thread.currentThread().isVirtual())).isFalse();
            assertThatThrownBy(() -> byPlace(one).count(query)).isInstanceOfSatisfying(ServiceException.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        }
        assertThat(byPlace(one).count(query)).isZero();
    }

    @Test
    void thereIsAnEndToAllTenantsThatCompareAtOnce() {
        Comparisons two = GeoLimits.comparisons(5, LONG, Duration.ZERO);
        try (Comparisons.Turn first = two.begin("a"); Comparisons.Turn second = two.begin("b")) {
            assertThatThrownBy(() -> two.begin("c")).isInstanceOfSatisfying(ServiceException.class,
                    refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOO_MANY_REQUESTS));
        }
        two.begin("c").close();
    }

    @Test
    void aShapeThatIsNotValidIsRefusedAlsoWhereThereAreNoFiles() {
        String bowTie = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,10],[10,0],[0,10],[0,0]]]}";
        assertThatThrownBy(() -> service.count(Access.all(project), TestJson.read(
                "{\"filter\":{\"geoLocation\":{\"relation\":\"INTERSECTS\",\"shape\":" + bowTie + "}}}",
                AggregateFilesRequest.class)))
                .hasMessage(
                        "filter.geoLocation.shape must be a valid geometry: Self-intersection at or near [5.0, 5.0]");
    }

    @Test
    void aPageIsCutByItsBytesAndManyFilesByNameAreRefused() {
        for (int i = 0; i < 30; i++) {
            place("LineString", large());
        }
        ListFilesRequest all = TestJson.read("{\"limit\":1000}", ListFilesRequest.class);
        FilePageView first = service.list(Access.all(project), all);
        assertThat(first.items()).hasSizeBetween(10, 20);
        assertThat(first.nextCursor()).isNotNull();
        FilePageView rest = service.list(Access.all(project),
                TestJson.read("{\"limit\":1000,\"cursor\":\"" + first.nextCursor() + "\"}", ListFilesRequest.class));
        assertThat(first.items().size() + rest.items().size()).isEqualTo(30);

        assertThat(lookup.find(Access.all(project), ids())).hasSize(30);
        for (int i = 0; i < 20; i++) {
            place("LineString", large());
        }
        List<Identifier> more = ids();
        assertThatThrownBy(() -> lookup.find(Access.all(project), more))
                .hasMessageStartingWith("items must be fewer: these files have more than 16777216 bytes");
    }

    private List<Identifier> ids() {
        return files.page(query("{}"), Partition.WHOLE, 0, 1000).stream().map(file -> Identifier.ofId(file.id()))
                .toList();
    }

    private FilesByPlace byPlace(Comparisons comparisons) {
        return new FilesByPlace(files, comparisons);
    }

    private FileQuery query(String filter) {
        FileFilter good = FileFilterRules.check(TestJson.read(filter, FileFilter.class));
        return new FileQuery(Access.all(project), good, Optional.empty(),
                Optional.ofNullable(good.geoLocation()).map(geo -> GeoCondition.of("filter.geoLocation", geo)));
    }

    /** Some 500 KB. */
    private static String large() {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> "[" + i / 100.0 + "123456789012345678," + i % 80 + ".123456789012345678]")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String square(double west, double east) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,-1],[%2$s,-1],[%2$s,1],[%1$s,1],[%1$s,-1]]]}"
                .formatted(west, east);
    }

    private void place(String type, String coordinates) {
        stored.add(project, file -> file.geoLocation = TestJson.read("{\"type\":\"Feature\",\"geometry\":{\"type\":\""
                + type + "\",\"coordinates\":" + coordinates + "}}", GeoLocation.class));
    }
}
