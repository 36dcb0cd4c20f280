package dev.coffer.acceptance.fault;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Events;
import dev.coffer.acceptance.stack.Requires;
import dev.coffer.acceptance.stack.Stack;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The APIs work as usual during an outage of Kafka; afterwards all events are published, in order. */
@Order(5)
class KafkaOutageIT {

    @Test
    void theApisGoOnAndTheEventsComeLater() {
        Requires.that(
                Environment.find("COFFER_COMMAND").isPresent() && Stack.components().contains("kafka"),
                "COFFER_COMMAND and COFFER_PID_KAFKA say how to stop and start Kafka; ./coffer test sets them");
        Stack.kill("kafka");
        Ledger ledger = new Ledger();
        List<Target> targets = Stream.generate(Target::oneOfEach).limit(5).flatMap(List::stream).toList();
        for (Target target : targets) {
            Payload payload = Payloads.csv();
            assertThat(target.send(payload).status()).as("upload to %s", target).isBetween(200, 201);
            ledger.confirmed(target, payload);
        }
        ledger.assertKept();
        String path = unique("order") + ".csv";
        List<Payload> versions = Stream.generate(Payloads::csv).limit(4).toList();
        versions.forEach(version -> as(A).userFiles().put(path, version).expect(200));
        assertCdfReadsItsOwnWrites();

        Stack.repair();
        ledger.assertKept();
        ledger.assertPublished();
        assertThat(Events.await(Events.USER_FILES, versions.size(), e -> e.data("name").equals(path)))
                .extracting(event -> event.data("hash"))
                .containsExactlyElementsOf(versions.stream().map(Payload::blake3).toList());
    }

    private static void assertCdfReadsItsOwnWrites() {
        CdfFiles files = as(A).cdf();
        JsonPath file = files.created(Map.of("name", "without Kafka"));
        long id = file.getLong("id");
        for (Payload payload : List.of(Payloads.csv(), Payloads.csv())) {
            CdfFiles.put(file.getString("uploadUrl"), payload).expect(200);
            files.byIds(CdfFiles.id(id)).then().statusCode(200).body("items[0].uploaded", is(true));
            files.assertContent(id, payload);
        }
    }
}
