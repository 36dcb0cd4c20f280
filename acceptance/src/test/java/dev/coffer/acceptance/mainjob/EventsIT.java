package dev.coffer.acceptance.mainjob;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Event;
import dev.coffer.acceptance.stack.Events;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What is published about uploads, and in which order. */
@Order(15)
class EventsIT {

    @Test
    void anEventIsACloudEventInStructuredMode() {
        String path = unique("envelope") + ".json";
        Payload payload = Payloads.workflow();
        as(A).userFiles().put(path, payload).expect(200);
        Event event = RealInput.assertEvent(Events.USER_FILES, "dev.coffer.userfile.uploaded", path, payload);
        assertThat(event.contentType()).startsWith("application/cloudevents+json");
        assertThat(event.envelope().path("specversion").asText()).isEqualTo("1.0");
        assertThat(UUID.fromString(event.envelope().path("id").asText()).version()).isEqualTo(7);
        assertThat(event.envelope().path("source").asText()).isNotBlank();
        assertThat(event.envelope().path("time").asText()).endsWith("Z");
        assertThat(event.data("tenant")).isEqualTo(A.tenant());
        assertThat(event.data("owner")).isEqualTo("user:" + A.subject());
        assertThat(event.data("name")).isEqualTo(path);
    }

    @Test
    void theOwnerOfAnEventIsTheWorkspaceOrTheProject() {
        String team = Environment.get("COFFER_WORKSPACE_TEAM");
        Payload asset = Payloads.png();
        String id = as(User.A2).in(team).assets().create(asset, "input");
        Event inTeam = RealInput.assertEvent(Events.ASSETS, "dev.coffer.asset.uploaded", id, asset);
        assertThat(inTeam.data("owner")).isEqualTo("workspace:" + team);
        assertThat(inTeam.data("name")).isEqualTo(asset.name());
        assertThat(inTeam.key()).isEqualTo(id);

        Payload file = Payloads.csv();
        String number = String.valueOf(as(A).cdf().upload(file));
        Event inProject = RealInput.assertEvent(Events.FILES, "dev.coffer.file.uploaded", number, file);
        assertThat(inProject.data("owner")).isEqualTo("project:" + A.project());
        assertThat(inProject.data("name")).isEqualTo(file.name());
        assertThat(inProject.key()).isEqualTo(number);
    }

    @Test
    void theEventsOfAnAssetAreInTheOrderOfItsChanges() {
        Payload payload = Payloads.png();
        String id = as(A).assets().create(payload, "input");
        for (int i = 0; i < 5; i++) {
            as(A).assets().update(id, Map.of("name", "name " + i)).then().statusCode(200);
        }
        as(A).assets().upload(payload, "tags", "input").expect(200);
        as(A).assets().delete(id).then().statusCode(204);
        List<Event> events = Events.await(Events.ASSETS, 8, e -> e.key().equals(id));
        assertThat(events).extracting(e -> e.type().replace("dev.coffer.asset.", "")).containsExactly(
                "uploaded", "updated", "updated", "updated", "updated", "updated", "uploaded", "deleted");
        assertThat(events.subList(1, 6)).extracting(e -> e.data("name")).containsExactlyElementsOf(
                IntStream.range(0, 5).mapToObj(i -> "name " + i).toList());
        assertInOrder(events);
    }

    @Test
    void theEventsOfAUserFileAreInTheOrderOfItsContents() {
        String path = unique("ordered") + ".csv";
        List<Payload> contents = List.of(Payloads.csv(), Payloads.csv(), Payloads.csv());
        contents.forEach(content -> as(A).userFiles().put(path, content).expect(200));
        as(A).userFiles().put(path, contents.getFirst()).expect(200);
        as(A).userFiles().delete(path).then().statusCode(204);
        List<Event> events = Events.await(Events.USER_FILES, 5, e -> e.data("name").equals(path));
        assertThat(events.subList(0, 4)).extracting(e -> e.data("hash")).containsExactly(
                contents.get(0).blake3(), contents.get(1).blake3(), contents.get(2).blake3(), contents.get(0).blake3());
        assertThat(events.getLast().type()).isEqualTo("dev.coffer.userfile.deleted");
        assertInOrder(events);
    }

    @Test
    void theEventsOfACdfFileAreInTheOrderOfItsContents() {
        JsonPath file = as(A).cdf().created(Map.of("name", "ordered"));
        List<Payload> contents = List.of(Payloads.csv(), Payloads.csv(), Payloads.csv());
        contents.forEach(content -> CdfFiles.put(file.getString("uploadUrl"), content).expect(200));
        List<Event> events = Events.await(
                Events.FILES, 3, Events.uploaded("id", String.valueOf(file.getLong("id"))));
        assertThat(events).extracting(e -> e.data("hash"))
                .containsExactlyElementsOf(contents.stream().map(Payload::blake3).toList());
        assertInOrder(events);
    }

    /** Events with one key are in one partition, in order. */
    private static void assertInOrder(List<Event> events) {
        assertThat(events).extracting(Event::key).containsOnly(events.getFirst().key());
        assertThat(events).extracting(Event::partition).containsOnly(events.getFirst().partition());
        assertThat(events).extracting(Event::offset).isSorted();
        assertThat(events).extracting(e -> e.envelope().path("id").asText()).doesNotHaveDuplicates();
    }
}
