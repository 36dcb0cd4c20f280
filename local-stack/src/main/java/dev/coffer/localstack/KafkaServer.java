package dev.coffer.localstack;

import dev.coffer.localstack.component.kafka.KafkaComponent;

/** A real Kafka broker of this JVM. */
public final class KafkaServer {
    private final KafkaComponent component;

    KafkaServer() {
        component = new KafkaComponent(TestServers.layout(),
                TestServers.port("kafka"), TestServers.port("kafka-controller"));
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return component.bootstrapServers();
    }

    /** Starts it, or does nothing when it runs; same port, same topics. */
    public KafkaServer start() {
        TestServers.start(component);
        return this;
    }

    /** Stops it. */
    public void stop() {
        TestServers.stop(component);
    }
}
