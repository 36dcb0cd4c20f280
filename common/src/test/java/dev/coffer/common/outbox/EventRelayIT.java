package dev.coffer.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.localstack.Database;
import dev.coffer.localstack.KafkaServer;
import dev.coffer.localstack.LocalServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** The relay on a real broker that comes late, goes away and comes back. */
class EventRelayIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int SEVERAL = 3;
    private static PGSimpleDataSource database;
    private static KafkaServer kafka;

    private final String topic = "relay-" + UUID.randomUUID();
    private final List<EventRelay> relays = new ArrayList<>();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @BeforeAll
    static void servers() throws SQLException, java.io.IOException {
        kafka = LocalServers.kafka();
        Database target = LocalServers.postgres().createDatabase("relay");
        database = new PGSimpleDataSource();
        database.setUrl(target.jdbcUrl());
        database.setUser(target.username());
        database.setPassword(target.password());
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var schema = EventRelayIT.class.getResourceAsStream("/db/outbox/V0_1__outbox.sql")) {
            statement.execute(new String(schema.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    @AfterEach
    void stop() throws Exception {
        for (EventRelay relay : relays) {
            relay.stop();
        }
        kafka.start();
    }

    @Test
    void everyEventArrivesInOrderAndLeavesTheOutbox() throws Exception {
        relay();
        write(0, 2_000);
        assertThat(received(2_000)).isEqualTo(numbers(0, 2_000));
        awaitEmptyOutbox();
        assertThat(meters.get("coffer.outbox.sent").counter().count()).isEqualTo(2_000);
    }

    @Test
    void howFarARelayIsBehindIsSeen() throws Exception {
        RelayRepository rows = new RelayRepository(database);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            assertThat(rows.waitingEvents(connection)).isEqualTo(RelayMetrics.Backlog.NONE);
            write(0, 10);
            statement.execute("update outbox set created_at = created_at - interval '1 minute'");
            RelayMetrics.Backlog backlog = rows.waitingEvents(connection);
            assertThat(backlog.rows()).isGreaterThanOrEqualTo(10);
            assertThat(backlog.ageSecondsAt(backlog.seenNanos() + 5_000_000_000L)).isBetween(65.0, 95.0);
        }
        relay();
        awaitEmptyOutbox();
    }

    @Test
    void twoReplicasDoNotSendTwice() throws Exception {
        relay();
        relay();
        write(0, 500);
        assertThat(received(500)).isEqualTo(numbers(0, 500));
        awaitEmptyOutbox();
    }

    /** A pooler of transactions gives each to any of its connections, and keeps what a session holds for somebody else. */
    @Test
    void aRelayWithNothingToDoHoldsNothingInTheDatabase() throws Exception {
        relay();
        write(0, 10);
        assertThat(received(10)).isEqualTo(numbers(0, 10));
        awaitEmptyOutbox();
        relays.getFirst().stop();
        assertThat(count("select count(*) from pg_locks where locktype = 'advisory'")).isZero();
        relay();
        write(10, 20);
        assertThat(received(20)).isEqualTo(numbers(0, 20));
        awaitEmptyOutbox();
        assertThat(Stream.generate(EventRelayIT::sessions).limit(20).filter(others -> others == 0).findAny())
                .as("a moment without a connection").isPresent();
    }

    @Test
    void whileAnotherReplicaSendsARelayWaits() throws Exception {
        try (Connection other = database.getConnection(); Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select pg_advisory_xact_lock(" + 0x434f464645520001L + ")");
            relay();
            write(0, 10);
            Thread.sleep(300);
            assertThat(count("select count(*) from outbox")).isEqualTo(10);
            other.rollback();
        }
        assertThat(received(10)).isEqualTo(numbers(0, 10));
        awaitEmptyOutbox();
    }

    @Test
    void nothingIsLostWhileTheBrokerIsAway() throws Exception {
        relay();
        write(0, 100);
        assertThat(received(100)).isEqualTo(numbers(0, 100));
        kafka.stop();
        write(100, 200);
        kafka.start();
        assertThat(received(200)).isEqualTo(numbers(0, 200));
        awaitEmptyOutbox();
    }

    @Test
    void noEventOvertakesOneThatIsTooLargeToSend() throws Exception {
        write(0, 10);
        write("x".repeat(2 << 20));
        write(10, 20);
        CountedResets relay = new CountedResets(broker(kafka.bootstrapServers()));
        start(relay);
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (relay.resets.get() < SEVERAL && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(relay.resets).as("attempts").hasValueGreaterThanOrEqualTo(SEVERAL);
        assertThat(waiting()).isEqualTo(11);
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("delete from outbox where length(payload) > 1000000");
        }
        awaitEmptyOutbox();
        write("end");
        List<String> all = received(21);
        assertThat(all).startsWith(numbers(0, 20).toArray(String[]::new)).endsWith("end");
    }

    @Test
    void aRelayThatDiesIsFollowedByAnother() throws Exception {
        EventRelay first = relay();
        write(0, 100);
        first.stop();
        relay();
        write(100, 200);
        assertThat(received(200).stream().distinct().toList()).isEqualTo(numbers(0, 200));
        awaitEmptyOutbox();
    }

    @Test
    void aRelayStopsThoughNoBrokerAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            silent.setSoTimeout((int) TIMEOUT.toMillis());
            CountedResets relay = new CountedResets(broker("127.0.0.1:" + silent.getLocalPort()));
            start(relay);
            write(0, 1);
            relay.wake();
            try (Socket _ = silent.accept()) {
                relay.stop();
            }
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).doesNotContain("event-relay");
            assertThat(relay.resets).as("it does not pause for another attempt").hasValue(1);
        }
        relay();
        assertThat(received(1)).isEqualTo(numbers(0, 1));
    }

    private EventRelay relay() {
        return start(
                new EventRelay(
                        new RelayRepository(database), TestOutbox.CONFIG, broker(kafka.bootstrapServers()), meters));
    }

    private EventRelay start(EventRelay relay) {
        relays.add(relay);
        relay.start();
        return relay;
    }

    private static EventProducer broker(String servers) {
        return new EventProducer(Map.of("bootstrap.servers", servers), TestOutbox.CONFIG);
    }

    private void write(int from, int to) throws SQLException {
        write(numbers(from, to).toArray(String[]::new));
    }

    private void write(String... payloads) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into outbox (id, topic, record_key, payload) values (gen_random_uuid(), ?, 'k', ?)")) {
            for (String payload : payloads) {
                insert.setString(1, topic);
                insert.setString(2, payload);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private List<String> received(int count) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest", "metadata.max.age.ms", "500");
        try (var consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<String> values = new ArrayList<>();
            long deadline = System.nanoTime() + TIMEOUT.toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                for (ConsumerRecord<String, String> event : consumer.poll(Duration.ofMillis(200))) {
                    values.add(event.value());
                }
            }
            return values;
        }
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(Integer::toString).toList();
    }

    private void awaitEmptyOutbox() throws SQLException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (waiting() > 0 && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(waiting()).isZero();
    }

    private static long waiting() throws SQLException {
        return count("select count(*) from outbox");
    }

    /** Connections of others to this database. */
    private static long sessions() {
        try {
            return count(
                    """
                    select count(*) from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'""");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Counts how often it gives up what it holds: once before each further attempt, and at the end. */
    private static final class CountedResets extends EventRelay {
        private final AtomicInteger resets = new AtomicInteger();

        CountedResets(EventProducer producer) {
            super(new RelayRepository(database), TestOutbox.CONFIG, producer, new SimpleMeterRegistry());
        }

        @Override
        void reset() {
            resets.incrementAndGet();
            super.reset();
        }
    }
}
