package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.Passwords;
import dev.coffer.localstack.component.Runner;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.kafka.KafkaComponent;
import dev.coffer.localstack.component.kafka.KafkaUsers;
import dev.coffer.localstack.component.keycloak.KeycloakComponent;
import dev.coffer.localstack.component.postgres.Databases;
import dev.coffer.localstack.component.postgres.PostgresComponent;
import dev.coffer.localstack.component.s3.S3Buckets;
import dev.coffer.localstack.component.service.EdgeComponent;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** One installation: its components and their connections. */
public final class Stack {
    static final int DEFAULT_BASE = 8080;

    private final Path repository;
    private final Options options;
    private final StackLayout layout;
    private final StackState state;
    private final Ports ports;
    private final StackSecrets secrets;
    private final S3Choice s3;

    /** As the options say; otherwise as last time. */
    public Stack(Path repository, Options options) {
        this.repository = repository;
        this.options = options;
        this.layout = new StackLayout(
                options.directory(), repository.resolve("local-stack/target/components"), options.serversAddress());
        this.state = new StackState(options.directory());
        this.ports = new Ports(
                options.portBase().orElseGet(() -> state.get("port.base").map(Integer::parseInt).orElse(DEFAULT_BASE)));
        this.secrets = new StackSecrets(state);
        this.s3 = new S3Choice(layout, state, ports, options);
    }

    public StackLayout layout() {
        return layout;
    }

    public StackState state() {
        return state;
    }

    StackSecrets secrets() {
        return secrets;
    }

    public Ports ports() {
        return ports;
    }

    public S3Choice s3() {
        return s3;
    }

    public Runner runner() {
        return new Runner(layout);
    }

    public String url() {
        return "http://localhost:" + ports.edge();
    }

    PostgresComponent postgres() {
        return new PostgresComponent(layout, ports.postgres(), secrets.postgres());
    }

    KafkaComponent kafka() {
        return new KafkaComponent(layout, ports.kafka(), ports.kafkaController(), kafkaUsers());
    }

    KafkaUsers kafkaUsers() {
        return KafkaAccess.users(secrets);
    }

    KeycloakComponent keycloak() {
        return new KeycloakComponent(layout, ports.keycloak(), ports.keycloakManagement(), secrets.realm());
    }

    /** All components of this stack, dependencies first. */
    public List<Component> components() {
        List<Component> all = new ArrayList<>();
        all.add(postgres());
        s3.component().ifPresent(all::add);
        all.add(keycloak());
        all.add(kafka());
        all.add(new EdgeComponent(layout, ports.edge(), IntStream.range(0, 4).map(ports::service).boxed().toList()));
        ServiceSettings settings = new ServiceSettings(this);
        for (ServiceName service : ServiceName.values()) {
            all.add(settings.component(service, repository, options.environment()));
        }
        return all;
    }

    /** Those that are wanted. */
    public List<Component> wanted() {
        return components().stream().filter(component -> wants(component.name())).toList();
    }

    public boolean wants(String component) {
        Set<String> only = options.only();
        return only.isEmpty() || only.contains(component) || only.contains(component.replace("-service", ""));
    }

    public Optional<Component> find(String name) {
        return components().stream()
                .filter(component -> Set.of(name, name + "-service").contains(component.name()))
                .findFirst();
    }

    /** Creates what the users of the component need, at each start. */
    public void furnish(String component) throws IOException, InterruptedException {
        if (component.equals("s3")) {
            new S3Buckets(s3.url(), s3.credentials(), S3Choice.REGION).ensure(S3Choice.BUCKET);
        }
        if (component.equals("kafka")) {
            kafka().allow(KafkaAccess.grants());
        }
        if (component.equals("postgres")) {
            try {
                for (ServiceName service : ServiceName.values()) {
                    new Databases(postgres()).ensure(service.database(), secrets.database(service));
                }
            } catch (SQLException e) {
                throw new IOException("the databases could not be made: " + e.getMessage(), e);
            }
        }
    }

    /** Saves what the next start needs. */
    public void remember() {
        state.put("port.base", Integer.toString(ports.base()));
        s3.remember();
        state.remembered("installation", Passwords::key);
    }
}
