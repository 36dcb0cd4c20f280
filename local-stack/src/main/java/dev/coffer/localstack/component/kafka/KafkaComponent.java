package dev.coffer.localstack.component.kafka;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.JavaProgram;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.component.SecretFile;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Launch;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker, its own controller, in a child JVM. */
public final class KafkaComponent implements Component {
    private static final long PROGRAM_SECONDS = 120;

    private final StackLayout layout;
    private final int port;
    private final int controllerPort;
    private final @Nullable KafkaUsers users;

    /** On these two ports, without authentication. */
    public KafkaComponent(StackLayout layout, int port, int controllerPort) {
        this(layout, port, controllerPort, null);
    }

    /** The same for these users only, who have no rights before {@link #allow}. */
    public KafkaComponent(StackLayout layout, int port, int controllerPort, @Nullable KafkaUsers users) {
        this.layout = layout;
        this.port = port;
        this.controllerPort = controllerPort;
        this.users = users;
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
        return layout.address() + ":" + port;
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        Trees.link(layout.components().resolve("kafka"), layout.programs(name()));
        Files.createDirectories(layout.temporary(name()));
        Files.createDirectories(layout.log(name()).getParent());
        SecretFile.write(settings(), properties());
        if (!Files.exists(layout.data(name()).resolve("meta.properties"))) {
            format();
        }
    }

    @Override
    public Launch launch() {
        return new Launch(java(libraries(), "kafka.Kafka", List.of(settings().toString())),
                Map.of(), layout.directory(), layout.log(name()));
    }

    @Override
    public boolean ready() {
        return KafkaHandshake.answers(layout.address(), port);
    }

    /** Whether its settings differ from those that this version of the launcher writes. */
    @Override
    public boolean outdated() {
        try {
            return !Files.exists(settings()) || !Files.readString(settings()).equals(properties());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Grants the users exactly these rights, on the running broker. */
    public void allow(List<KafkaAcls.Grant> grants) throws IOException, InterruptedException {
        String ours = Path.of(URI.create(
                KafkaAcls.class.getProtectionDomain().getCodeSource().getLocation().toString())).toString();
        List<String> command = java(ours + File.pathSeparator + libraries(), KafkaAcls.class.getName(),
                grants.stream().map(KafkaAcls.Grant::text).toList());
        ProcessBuilder program = new ProcessBuilder(command);
        program.environment().put(KafkaAcls.SERVERS, bootstrapServers());
        program.environment().put(KafkaAcls.LOGIN, Objects.requireNonNull(users).login(KafkaUsers.ADMIN));
        run(program, "the rights of its users could not be set");
    }

    private Path settings() {
        return layout.configuration(name()).resolve("server.properties");
    }

    private void format() throws IOException, InterruptedException {
        run(new ProcessBuilder(java(libraries(), "kafka.tools.StorageTool", List.of("format", "--ignore-formatted",
                "-t", clusterId(), "-c", settings().toString()))), "its storage could not be formatted");
    }

    private void run(ProcessBuilder program, String failure) throws IOException, InterruptedException {
        Process process = program
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log(name()).toFile()))
                .start();
        if (!process.waitFor(PROGRAM_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new ComponentException("kafka: " + failure + "; the end of "
                    + layout.log(name()) + ":\n" + LogTail.of(layout.log(name()), 20));
        }
    }

    private String libraries() {
        return layout.programs(name()) + "/*";
    }

    private List<String> java(String classPath, String main, List<String> arguments) {
        return JavaProgram.command(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + layout.temporary(name()),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSS"),
                classPath, main, arguments);
    }

    private static String clusterId() {
        UUID id = UUID.randomUUID();
        // With the first bit cleared, the text cannot start with a dash, which would look like an option.
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits() >>> 1).putLong(id.getLeastSignificantBits()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.voters=1@%5$s:%2$d
                listeners=CLIENTS://%5$s:%1$d,CONTROLLER://%5$s:%2$d
                advertised.listeners=CLIENTS://%5$s:%1$d
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                listener.security.protocol.map=CLIENTS:%4$s,CONTROLLER:%4$s
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
                """.formatted(port, controllerPort, layout.data(name()).toString().replace("\\", "\\\\"),
                users == null ? "PLAINTEXT" : "SASL_PLAINTEXT", layout.address())
                + (users == null ? "" : security(users));
    }

    private static String security(KafkaUsers users) {
        return """
                sasl.enabled.mechanisms=PLAIN
                sasl.mechanism.inter.broker.protocol=PLAIN
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.clients.plain.sasl.jaas.config=%1$s
                listener.name.controller.plain.sasl.jaas.config=%1$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                super.users=User:%2$s;User:%3$s
                """.formatted(users.server(), KafkaUsers.BROKER, KafkaUsers.ADMIN);
    }
}
