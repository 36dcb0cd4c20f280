package dev.coffer.files.content;

import dev.coffer.common.error.Trouble;
import dev.coffer.files.content.UploadEvents.Poison;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Follows the topic {@code coffer.blobs} on a thread of its own. Positions are committed after the database, so
 * an event may come twice and is never lost; Kafka and the topic may come and go, or not be there yet.
 */
@Singleton
class UploadConsumer {
    private static final Logger LOG = Logger.getLogger(UploadConsumer.class);
    private static final String TOPIC = "coffer.blobs";
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** How often a message may fail without a reason that is known to pass; a reader will still see its content. */
    private static final int ATTEMPTS = 5;
    private static final Duration GOOD_BYE = Duration.ofSeconds(5);

    private final UploadEvents events;
    private final Map<String, Object> settings;
    private volatile CountDownLatch stopped;
    private Thread worker;
    private String stuckAt;
    private int attempts;

    UploadConsumer(
            UploadEvents events,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "quarkus.application.name") String group) {
        this.events = events;
        settings = new HashMap<>(broker);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
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
        stopped.countDown();
        worker.join(GOOD_BYE);
    }

    private void work(CountDownLatch end) {
        while (end.getCount() > 0) {
            try (KafkaConsumer<String, String> consumer =
                    new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
                consumer.subscribe(List.of(TOPIC));
                follow(consumer, end);
            } catch (RuntimeException | Error e) {
                // The next consumer starts from the last committed position, so nothing is skipped.
                LOG.warnf("starting over with %s: %s", TOPIC, e.toString());
                pause(end);
            }
        }
    }

    private void follow(KafkaConsumer<String, String> consumer, CountDownLatch end) {
        while (end.getCount() > 0) {
            ConsumerRecords<String, String> arrived = consumer.poll(PATIENCE);
            arrived.forEach(this::apply);
            if (!arrived.isEmpty()) {
                consumer.commitSync();
            }
        }
    }

    private void apply(ConsumerRecord<String, String> message) {
        try {
            events.apply(message.value());
        } catch (Poison e) {
            skip(message, e);
        } catch (RuntimeException e) {
            if (Trouble.of(e) == Trouble.PASSING || worthAnotherAttempt(message)) {
                throw e;
            }
            skip(message, e);
        }
    }

    private boolean worthAnotherAttempt(ConsumerRecord<String, String> message) {
        String here = message.partition() + "@" + message.offset();
        attempts = here.equals(stuckAt) ? attempts + 1 : 1;
        stuckAt = here;
        return attempts < ATTEMPTS;
    }

    private static void skip(ConsumerRecord<String, String> message, Exception reason) {
        LOG.errorf(reason, "skipped a message: %s, partition %d, offset %d",
                TOPIC, message.partition(), message.offset());
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
