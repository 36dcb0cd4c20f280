package dev.coffer.files.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.files.FilesEventLog;
import dev.coffer.files.FilesServers;
import dev.coffer.files.TestJson;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.FileView;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.geo.GeoLocation;
import dev.coffer.files.project.Access;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What updates do to rows, on a real PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FileUpdatesIT {
    private static final String POINT = "{\"type\":\"Feature\",\"geometry\":{\"type\":\"Point\",\"coordinates\":[%s]}}";

    private final Project project = new Project("acme", "p" + UUID.randomUUID());
    private final Access access = Access.all(project);

    @Inject
    FileEditService files;

    @Inject
    StoredFiles stored;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"externalId\":{\"set\":\"new\"}}                   | externalId | \"new\"",
                "{\"externalId\":{\"set\":\"old\"}}                   | externalId | \"old\"",
                "{\"externalId\":{\"setNull\":true}}                  | externalId |",
                "{\"directory\":{\"set\":\"/new\"}}                   | directory | \"/new\"",
                "{\"directory\":{\"setNull\":true}}                   | directory |",
                "{\"source\":{\"set\":\"new\"}}                       | source | \"new\"",
                "{\"source\":{\"setNull\":true}}                      | source |",
                "{\"source\":{\"setNull\":false}}                     | source | \"s\"",
                "{\"mimeType\":{\"set\":\"txt\"}}                     | mimeType | \"txt\"",
                "{\"mimeType\":{\"setNull\":true}}                    | mimeType |",
                "{\"sourceCreatedTime\":{\"set\":0}}                  | sourceCreatedTime | 0",
                "{\"sourceCreatedTime\":{\"setNull\":true}}           | sourceCreatedTime |",
                "{\"sourceModifiedTime\":{\"set\":8}}                 | sourceModifiedTime | 8",
                "{\"sourceModifiedTime\":{\"setNull\":true}}          | sourceModifiedTime |",
                "{\"dataSetId\":{\"setNull\":true}}                   | dataSetId |",
                "{\"metadata\":{\"set\":{\"x\":\"y\"}}}               | metadata | {\"x\":\"y\"}",
                "{\"metadata\":{\"set\":{}}}                          | metadata |",
                "{\"metadata\":{\"add\":{\"x\":\"y\"}}}               | metadata | {\"k\":\"v\",\"l\":\"w\",\"x\":\"y\"}",
                "{\"metadata\":{\"add\":{\"k\":\"z\"},\"remove\":[\"l\",\"no\"]}} | metadata | {\"k\":\"z\"}",
                "{\"metadata\":{\"add\":{\"k\":\"z\"},\"remove\":[\"k\"]}} | metadata | {\"k\":\"z\",\"l\":\"w\"}",
                "{\"metadata\":{\"remove\":[\"k\",\"l\"]}}            | metadata |",
                "{\"assetIds\":{\"set\":[7,8,7]}}                     | assetIds | [7,8]",
                "{\"assetIds\":{\"set\":[]}}                          | assetIds |",
                "{\"assetIds\":{\"add\":[],\"remove\":null}}            | assetIds | [1,2]",
                "{\"assetIds\":{\"set\":null,\"add\":[9]}}             | assetIds | [1,2,9]",
                "{\"assetIds\":{\"add\":[2,9]}}                       | assetIds | [1,2,9]",
                "{\"assetIds\":{\"add\":[9],\"remove\":[1,5]}}        | assetIds | [2,9]",
                "{\"labels\":{\"set\":[{\"externalId\":\"n\"}]}}      | labels | [{\"externalId\":\"n\"}]",
                "{\"labels\":{\"set\":[]}}                            | labels |",
                "{\"labels\":{\"add\":[{\"externalId\":\"a\"}]}}      | labels | [{\"externalId\":\"a\"}]",
                "{\"labels\":{\"remove\":[{\"externalId\":\"a\"},{\"externalId\":\"no\"}]}} | labels |",
                "{\"securityCategories\":{\"set\":[]}}                | securityCategories |",
                "{\"securityCategories\":{\"remove\":[1]}}            | securityCategories |",
                "{\"geoLocation\":{\"setNull\":true}}                 | geoLocation |",
                "{\"geoLocation\":null,\"source\":null}               | source | \"s\"",
                "{\"name\":{\"set\":\"other\"}}                       | name | \"name\""
            })
    void everyFieldChangesInEveryMode(String update, String field, String expected) {
        FileKey key = full("old");
        FileView answer = update(key, update);
        JsonNode view = TestJson.read(TestJson.write(answer), JsonNode.class);
        assertThat(view.has(field)).isEqualTo(expected != null);
        if (expected != null) {
            assertThat(view.get(field)).isEqualTo(TestJson.read(expected, JsonNode.class));
        }
        assertThat(TestJson.read(TestJson.write(FileView.of(stored.get(key))), JsonNode.class)).isEqualTo(view);
        assertThat(answer.lastUpdatedTime()).isGreaterThan(2);
        assertThat(answer.createdTime()).isOne();
    }

    @Test
    void whatIsNotMentionedStays() {
        FileKey key = full("stay");
        String before = TestJson.write(FileView.of(stored.get(key))).replaceAll("\"lastUpdatedTime\".*", "");
        update(key, "{}");
        assertThat(TestJson.write(FileView.of(stored.get(key)))).startsWith(before);
        assertThat(stored.get(key).updatedAt).isAfter(Instant.ofEpochMilli(2));
    }

    @Test
    void aLocationIsFoundWhereItWasMovedTo() {
        FileKey key = full("moved");
        update(key, "{\"geoLocation\":{\"set\":" + POINT.formatted("20,30") + "}}");
        assertThat(stored.get(key).geoLocation.geometry().coordinates().toString()).isEqualTo("[20,30]");
    }

    @Test
    void limitsCountWhatComesOutOfTheChange() {
        FileKey key = stored.add(project, file -> {
            file.metadata = IntStream.range(0, 256).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
            file.assetIds = LongStream.rangeClosed(1, 1000).boxed().toList();
            file.labels = IntStream.range(0, 10).mapToObj(i -> "l" + i).toList();
        });
        update(key,
                "{\"metadata\":{\"add\":{\"new\":\"v\"},\"remove\":[\"k1\"]},\"assetIds\":{\"add\":[2000],\"remove\":[1]},"
                        + "\"labels\":{\"add\":[{\"externalId\":\"new\"}],\"remove\":[{\"externalId\":\"l1\"}]}}");
        refused(key, "{\"metadata\":{\"add\":{\"k1\":\"v\"}}}", "items[0].update.metadata must have at most 256 pairs");
        refused(key, "{\"assetIds\":{\"add\":[1]}}",
                "items[0].update.assetIds must not have more than 1000 ids after the change");
        refused(key, "{\"labels\":{\"add\":[{\"externalId\":\"l1\"}]}}",
                "items[0].update.labels must not have more than 10 labels after the change");
        FileEntity after = stored.get(key);
        assertThat(after.metadata).hasSize(256);
        assertThat(after.assetIds).hasSize(1000);
        assertThat(after.labels).hasSize(10);
    }

    @Test
    void allFilesChangeOrNone() {
        FileKey good = full("good");
        FileKey full =
                stored.add(project, file -> file.labels = IntStream.range(0, 10).mapToObj(i -> "l" + i).toList());
        String request = "{\"items\":[{\"id\":%d,\"update\":{\"source\":{\"set\":\"changed\"}}},"
                + "{\"id\":%d,\"update\":{\"labels\":{\"add\":[{\"externalId\":\"x\"}]}}}]}";
        assertThatThrownBy(() -> send(request.formatted(good.id(), full.id()))).isInstanceOf(ServiceException.class);
        assertThatThrownBy(() -> send(request.formatted(good.id(), 5))).hasMessage("File ids not found: 5");
        assertThat(stored.get(good).source).isEqualTo("s");
    }

    @Test
    void answersComeInTheOrderOfTheRequest() {
        List<FileKey> keys = IntStream.range(0, 20).mapToObj(i -> stored.add(project, "o" + i)).toList();
        String items = keys.stream().map(key -> "{\"id\":" + key.id() + ",\"update\":{\"source\":{\"set\":\"x\"}}}")
                .collect(Collectors.joining(","));
        assertThat(send("{\"items\":[" + items + "]}")).extracting(FileView::id)
                .containsExactlyElementsOf(keys.stream().map(FileKey::id).toList());
    }

    @Test
    void anExternalIdOfAnotherFileIs409() {
        FileKey one = full("one");
        full("two");
        assertThatThrownBy(() -> update(one, "{\"externalId\":{\"set\":\"two\"}}"))
                .hasMessage("Duplicate external ids: two");
        FileKey three = full("three");
        assertThatThrownBy(
                () -> send("{\"items\":[{\"id\":" + one.id() + ",\"update\":{\"externalId\":{\"set\":\"n\"}}},{\"id\":"
                        + three.id() + ",\"update\":{\"externalId\":{\"set\":\"n\"}}}]}"))
                .hasMessage("Duplicate external ids: n");
    }

    @Test
    void aFileThatIsNamedTwiceIs409HoweverItIsNamed() {
        FileKey key = full("twice");
        assertThatThrownBy(() -> send("{\"items\":[{\"id\":" + key.id()
                + ",\"update\":{}},{\"externalId\":\"twice\",\"update\":{}}]}"))
                .hasMessage("Duplicate external ids: twice");
    }

    @Test
    void ofTwelveWhoWantOneExternalIdOneGetsIt() throws Exception {
        List<FileKey> keys = IntStream.range(0, 12).mapToObj(i -> stored.add(project, "race" + i)).toList();
        List<Future<FileView>> racers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(12)) {
            keys.forEach(key -> racers.add(threads.submit(() -> update(key, "{\"externalId\":{\"set\":\"prize\"}}"))));
        }
        assertThat(racers).filteredOn(racer -> racer.state() == Future.State.SUCCESS).hasSize(1);
        assertThat(racers).filteredOn(racer -> racer.state() == Future.State.FAILED)
                .allSatisfy(racer -> assertThat(racer.exceptionNow()).hasMessage("Duplicate external ids: prize"));
    }

    @Test
    void requestsThatNameTheSameFilesInOtherOrdersDoNotBlockEachOther() throws Exception {
        List<FileKey> keys = IntStream.range(0, 30).mapToObj(i -> stored.add(project, "d" + i)).toList();
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 16; i++) {
                List<FileKey> order = new ArrayList<>(keys);
                Collections.shuffle(order);
                String items = order.stream().map(key -> "{\"id\":" + key.id() + ",\"update\":{}}")
                        .collect(Collectors.joining(","));
                all.add(threads.submit(() -> send("{\"items\":[" + items + "]}")));
            }
        }
        assertThat(all).allMatch(one -> one.state() == Future.State.SUCCESS);
    }

    @Test
    void everyUpdateIsAnEvent() {
        FileKey key = full("event");
        update(key, "{\"source\":{\"set\":\"x\"}}");
        JsonNode event = FilesEventLog.until(key.entity(), "file.updated").getLast();
        assertThat(event.path("data").path("name").textValue()).isEqualTo("name");
    }

    @Test
    void aDataSetMustBeThereAndBeGiven() {
        FileKey key = stored.add(project, file -> file.dataSetId = 5L);
        assertThatThrownBy(() -> update(key, "{\"dataSetId\":{\"set\":77}}")).hasMessage("Data sets not found: 77");
        Access limited = new Access(project, Optional.of(Set.of(5L)));
        for (String change : List.of("{\"set\":77}", "{\"setNull\":true}")) {
            UpdateFilesRequest request = request(key, "{\"dataSetId\":" + change + "}");
            assertThatThrownBy(() -> files.update(limited, request)).hasMessageContaining("insufficient access rights");
        }
        files.update(limited, request(key, "{\"source\":{\"set\":\"x\"}}"));
        FileKey other = stored.add(project, "unseen");
        assertThatThrownBy(() -> files.update(limited, request(other, "{}")))
                .hasMessageStartingWith("File ids not found");
    }

    private FileKey full(String externalId) {
        return stored.add(project, file -> {
            file.externalId = externalId;
            file.directory = "/d";
            file.source = "s";
            file.mimeType = "m";
            file.metadata = Map.of("k", "v", "l", "w");
            file.assetIds = List.of(1L, 2L);
            file.dataSetId = 3L;
            file.sourceCreatedTime = 4L;
            file.sourceModifiedTime = 5L;
            file.labels = List.of("a");
            file.geoLocation = TestJson.read(POINT.formatted("1,2"), GeoLocation.class);
        });
    }

    private void refused(FileKey key, String update, String message) {
        assertThatThrownBy(() -> update(key, update)).isInstanceOf(ServiceException.class).hasMessage(message);
    }

    private FileView update(FileKey key, String update) {
        return files.update(access, request(key, update)).getFirst();
    }

    private List<FileView> send(String request) {
        return files.update(access, TestJson.read(request, UpdateFilesRequest.class));
    }

    private static UpdateFilesRequest request(FileKey key, String update) {
        return TestJson.read("{\"items\":[{\"id\":" + key.id() + ",\"update\":" + update + "}]}",
                UpdateFilesRequest.class);
    }
}
