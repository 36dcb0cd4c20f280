package dev.coffer.files.content;

import dev.coffer.common.blobclient.CompletedUpload;
import dev.coffer.common.error.FailureKind;
import dev.coffer.common.outbox.Topics;
import dev.coffer.common.tracing.CurrentTrace;
import dev.coffer.files.content.IgnoredEvents.Reason;
import dev.coffer.files.content.UploadEvents.PoisonException;
import dev.coffer.files.content.UploadEvents.UploadHint;
import dev.coffer.files.file.FileKey;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Follows the topic of blob-service on a thread of its own. Positions are committed after the database, so
 * an event may be processed twice and is never lost. Kafka and the topic may be unavailable, or not exist yet. Events
 * are not trusted: one is only the reason to ask blob-service which content the file has got.
 */
@Singleton
class UploadConsumer {
    private static final Logger LOG = Logger.getLogger(UploadConsumer.class);
    private static final String TOPIC = "blobs";
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /**
     * After so many failures for an unknown reason a message is skipped; a reader of the file finds its content anyway.
     */
    private static final int ATTEMPTS = 5;
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private final UploadEvents events;
    private final ConfirmedUploads uploads;
    private final ContentTransactions transactions;
    private final IgnoredEvents ignored;
    private final String topic;
    private final Map<String, Object> settings;
    private volatile @Nullable CountDownLatch stopped;
    private @Nullable Thread worker;
    /** Failed attempts by place of the message, since the last committed position. */
    private final Map<String, Integer> attempts = new HashMap<>();

    UploadConsumer(
            UploadEvents events,
            ConfirmedUploads uploads,
            ContentTransactions transactions,
            IgnoredEvents ignored,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            Topics topics,
            EventsConfig config) {
        this.events = events;
        this.uploads = uploads;
        this.transactions = transactions;
        this.ignored = ignored;
        topic = topics.name(TOPIC);
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, config.group());
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // How long the events of a process that died wait for the next one.
        settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "10000");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        // How soon a topic is seen that is created after this service has started.
        settings.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, "5000");
    }

    void onStart(@Observes StartupEvent event) {
        start();
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stop();
    }

    void start() {
        CountDownLatch end = new CountDownLatch(1);
        stopped = end;
        worker = Thread.ofPlatform().daemon().name("upload-consumer").start(() -> work(end));
    }

    void stop() throws InterruptedException {
        CountDownLatch end = stopped;
        Thread working = worker;
        if (end != null && working != null) {
            end.countDown();
            working.join(SHUTDOWN_TIMEOUT);
        }
    }

    private void work(CountDownLatch end) {
        while (end.getCount() > 0) {
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(topic));
                follow(consumer, end);
            } catch (RuntimeException | Error e) {
                // The next consumer starts from the last committed position, so nothing is skipped.
                LOG.warnf("starting over with %s: %s", topic, e.toString());
                pause(end);
            }
        }
    }

    private void follow(KafkaConsumer<String, String> consumer, CountDownLatch end) {
        while (end.getCount() > 0) {
            ConsumerRecords<String, String> arrived = consumer.poll(POLL);
            if (!arrived.isEmpty()) {
                apply(arrived);
                consumer.commitSync();
                attempts.clear();
            }
        }
    }

    /** Blob-service is asked once for all of them; while it cannot be reached, they wait. */
    private void apply(ConsumerRecords<String, String> arrived) {
        Map<ConsumerRecord<String, String>, UploadHint> hints = new LinkedHashMap<>();
        arrived.forEach(message -> read(message).ifPresent(hint -> hints.put(message, hint)));
        Map<FileKey, List<CompletedUpload>> confirmed =
                uploads.of(hints.values().stream().map(UploadHint::file).collect(Collectors.toSet()));
        hints.forEach((message, hint) -> CurrentTrace.during(hint.trace(),
                () -> apply(message, hint, Objects.requireNonNull(confirmed.get(hint.file())))));
    }

    private void apply(ConsumerRecord<String, String> message, UploadHint hint, List<CompletedUpload> confirmed) {
        confirmed.stream()
                .filter(upload -> upload.ref().equals(hint.ref()))
                .findFirst()
                .ifPresentOrElse(
                        upload -> apply(message, hint.file(), upload),
                        () -> ignored.note(place(message), Reason.UNCONFIRMED, null));
    }

    private Optional<UploadHint> read(ConsumerRecord<String, String> message) {
        try {
            return events.read(message.value());
        } catch (PoisonException e) {
            ignored.note(place(message), Reason.MALFORMED, e);
            return Optional.empty();
        }
    }

    private void apply(ConsumerRecord<String, String> message, FileKey file, CompletedUpload confirmed) {
        if (attempts.getOrDefault(place(message), 0) >= ATTEMPTS) {
            return;
        }
        try {
            transactions.receive(file, confirmed);
        } catch (RuntimeException e) {
            if (FailureKind.of(e).passes() || worthAnotherAttempt(message)) {
                throw e;
            }
            ignored.note(place(message), Reason.FAILED, e);
        }
    }

    private boolean worthAnotherAttempt(ConsumerRecord<String, String> message) {
        return attempts.merge(place(message), 1, Integer::sum) < ATTEMPTS;
    }

    private static String place(ConsumerRecord<?, ?> message) {
        return message.topic() + ", partition " + message.partition() + ", offset " + message.offset();
    }

    private static void pause(CountDownLatch end) {
        try {
            end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }
}
