package dev.coffer.acceptance.isolation;

import static dev.coffer.acceptance.harness.CdfFiles.id;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static dev.coffer.acceptance.harness.User.B;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.is;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Kafka;
import dev.coffer.acceptance.stack.Requires;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The Kafka credentials of blob-service permit writing its events, not reading or deleting them. */
@Order(36)
class ForgedEventsIT {
    private static final String TOPIC = "coffer.blobs";
    private static final String COMPLETED = "dev.coffer.blob.upload-completed";
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeEach
    void stackWithUsers() {
        Requires.that(Kafka.hasUsers() && Environment.find("COFFER_JDBC_URL_FILES").isPresent(),
                "COFFER_KAFKA_PASSWORD_BLOB and COFFER_JDBC_URL_FILES let events be forged; ./coffer up sets them");
    }

    @Test
    void anEventThatNamesContentOfAnotherOwnerShowsAndReleasesNothing() throws Exception {
        Payload secret = Payloads.csv();
        long victims = as(B).cdf().upload(secret);
        as(B).cdf().assertContent(victims, secret);
        Content stolen = contentOf(victims);
        CdfFiles mine = as(A).cdf();
        JsonPath file = mine.created(Map.of("name", "bait"));
        long bait = file.getLong("id");
        Owner owner = ownerOf(bait);

        forge(owner, bait, stolen.ref());
        forge(stolen.owner(), victims, UUID.randomUUID());
        forge(stolen.owner(), victims + 1, stolen.ref());
        forge(owner, victims, stolen.ref());
        forge(new Owner("no such tenant", owner.key()), bait, stolen.ref());
        send(String.valueOf(bait), "no JSON");
        settled();

        mine.byIds(id(bait)).then().statusCode(200).body("items[0].uploaded", is(false));
        assertThat(mine.downloadLinks(id(bait)).statusCode()).isEqualTo(400);
        as(B).cdf().byIds(id(victims)).then().statusCode(200).body("items[0].uploaded", is(true));
        as(B).cdf().assertContent(victims, secret);
        assertThat(contentOf(victims)).isEqualTo(stolen);

        // Genuine events behind the forged ones are still processed.
        Payload real = Payloads.csv();
        CdfFiles.put(file.getString("uploadUrl"), real).expect(200);
        Await.until("the event of the upload is applied", Duration.ofSeconds(20), () -> contentOf(bait) != null);
        mine.assertContent(bait, real);
        // Deleting a file with forged content releases nothing else.
        mine.client().json(Map.of("items", List.of(id(bait)))).post(mine.url() + "/delete").then().statusCode(200);
        settled();
        as(B).cdf().assertContent(victims, secret);
    }

    @Test
    void aServiceWritesAndReadsItsOwnTopicsOnly() {
        for (String service : List.of("ASSET", "USERDATA", "FILES")) {
            refusedToWrite(Kafka.asService(service), TOPIC);
        }
        refusedToWrite(Kafka.asService("BLOB"), "coffer.files");
        refusedToWrite(Kafka.asService("FILES"), "coffer.assets");
        refusedToWrite(Kafka.asReader(), "coffer.assets");
        for (String service : List.of("ASSET", "USERDATA", "BLOB")) {
            Map<String, Object> settings = Kafka.asService(service);
            settings.put("default.api.timeout.ms", "10000");
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.assign(List.of(new TopicPartition("coffer.files", 0)));
                consumer.seek(new TopicPartition("coffer.files", 0), 0);
                assertThatThrownBy(() -> consumer.poll(Duration.ofSeconds(10)))
                        .as("%s reads", service).isInstanceOf(AuthorizationException.class);
            }
        }
    }

    private static void refusedToWrite(Map<String, Object> settings, String topic) {
        settings.put("max.block.ms", "15000");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", "{}")).get())
                    .as("writing to %s", topic)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    private static void forge(Owner owner, long entity, UUID ref) throws Exception {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("tenant", owner.tenant());
        data.put("owner", owner.key());
        data.put("upload", UUID.randomUUID());
        data.put("entity", Long.toString(entity));
        data.put("completion", Long.MAX_VALUE);
        data.put("ref", ref);
        data.put("size", 7);
        data.put("hash", "blake3:" + "0".repeat(64));
        data.put("sha256", "sha256:" + "0".repeat(64));
        data.put("completedAt", Instant.now().toString());
        data.put("createdNew", true);
        for (String type : List.of(COMPLETED, "dev.coffer.blob.hashed")) {
            send(Long.toString(entity), event(type, data));
        }
    }

    private static String event(String type, Map<String, Object> data) throws JsonProcessingException {
        return JSON.writeValueAsString(Map.of("specversion", "1.0", "id", UUID.randomUUID(), "source", "/blob-service",
                "type", type, "data", data));
    }

    private static void send(String key, String value) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Kafka.asService("BLOB"), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, key, value)).get();
        }
    }

    /**
     * Uploads to a file in each partition, and waits until each event has had its effect: what came before has, too.
     */
    private static void settled() throws Exception {
        CdfFiles files = as(A).cdf();
        for (int i = 0; i < 12; i++) {
            long marker = files.upload(Payloads.csv());
            Await.until("the event of a marker is applied", Duration.ofSeconds(30), () -> contentOf(marker) != null);
        }
    }

    /** As stored in the row, unchanged by consumers. */
    private static Content contentOf(long file) {
        return ask("select tenant, project, content_ref, content_size from file where id = ?", file,
                row -> row.getObject(3) == null ? null : new Content(
                        new Owner(row.getString(1), "project:" + row.getString(2)), row.getObject(3, UUID.class),
                        row.getLong(4)));
    }

    private static Owner ownerOf(long file) {
        return ask("select tenant, project from file where id = ?", file,
                row -> new Owner(row.getString(1), "project:" + row.getString(2)));
    }

    private static <T> T ask(String query, long file, Reader<T> reader) {
        try (Connection connection = DriverManager.getConnection(Environment.get("COFFER_JDBC_URL_FILES"));
                PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setLong(1, file);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? reader.read(row) : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private record Owner(String tenant, String key) {}

    private record Content(Owner owner, UUID ref, long size) {}
}
