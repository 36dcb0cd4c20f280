package dev.coffer.localstack.component;

import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** A real Kafka broker, its own controller, in a child JVM. */
public final class KafkaComponent implements Component {
    private static final long FORMAT_SECONDS = 120;

    private final StackLayout layout;
    private final int port;
    private final int controllerPort;

    /** On these two ports. */
    public KafkaComponent(StackLayout layout, int port, int controllerPort) {
        this.layout = layout;
        this.port = port;
        this.controllerPort = controllerPort;
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port, controllerPort);
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Trees.link(layout.components().resolve("kafka"), layout.programs(name()));
        Files.createDirectories(settings().getParent());
        Files.createDirectories(layout.temporary(name()));
        Files.createDirectories(layout.log(name()).getParent());
        Files.writeString(settings(), properties());
        if (!Files.exists(layout.data(name()).resolve("meta.properties"))) {
            format();
        }
    }

    @Override
    public Launch launch() {
        return new Launch(java("kafka.Kafka", List.of(settings().toString())),
                Map.of(), layout.directory(), layout.log(name()));
    }

    @Override
    public boolean ready() {
        return KafkaHandshake.answers(port);
    }

    private Path settings() {
        return layout.configuration(name()).resolve("server.properties");
    }

    private void format() throws IOException, InterruptedException {
        Process format = new ProcessBuilder(java("kafka.tools.StorageTool", List.of("format", "--ignore-formatted",
                "-t", clusterId(), "-c", settings().toString())))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log(name()).toFile()))
                .start();
        if (!format.waitFor(FORMAT_SECONDS, TimeUnit.SECONDS) || format.exitValue() != 0) {
            format.destroyForcibly();
            throw new ComponentException("kafka: its storage could not be formatted; the end of "
                    + layout.log(name()) + ":\n" + LogTail.of(layout.log(name()), 20));
        }
    }

    private List<String> java(String main, List<String> arguments) {
        return JavaProgram.command(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + layout.temporary(name()),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS"),
                layout.programs(name()) + "/*", main, arguments);
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        // Without its first bit the text cannot start with a dash, which would look like an option.
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() >>> 1).putLong(id.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@127.0.0.1:%2$d
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                advertised.listeners=PLAINTEXT://127.0.0.1:%1$d
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT
                log.dirs=%3$s
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                share.coordinator.state.topic.replication.factor=1
                share.coordinator.state.topic.min.isr=1
                group.initial.rebalance.delay.ms=0
                broker.heartbeat.interval.ms=1000
                broker.session.timeout.ms=5000
                auto.create.topics.enable=false
                log.cleaner.dedupe.buffer.size=8388608
                """.formatted(port, controllerPort, layout.data(name()).toString().replace("\\", "\\\\"));
    }
}
