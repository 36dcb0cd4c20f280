package dev.coffer.localstack.component.postgres;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.component.SecretFile;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real PostgreSQL; its administrator is {@value #ADMINISTRATOR}. */
public final class PostgresComponent implements Component {
    /** The name of the administrator. */
    public static final String ADMINISTRATOR = "postgres";
    private static final long INITDB_SECONDS = 120;

    private final StackLayout layout;
    private final int port;
    private final String password;
    private final List<String> settings;

    /**
     * On this port, with this password of the administrator.
     *
     * @param settings more settings of the server, each like {@code fsync=off}
     */
    public PostgresComponent(StackLayout layout, int port, String password, String... settings) {
        this.layout = layout;
        this.port = port;
        this.password = password;
        this.settings = List.of(settings);
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    /** Where a database of this server is. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://" + layout.address() + ":" + port + "/" + database;
    }

    /** A connection of the administrator. */
    public Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", ADMINISTRATOR);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "5");
        return Objects.requireNonNull(new org.postgresql.Driver().connect(jdbcUrl(database), properties));
    }

    @Override
    public void prepare() throws IOException, InterruptedException {
        PostgresRemains.clear(Path.of(program("postgres")), layout.data(name()));
        Trees.link(new PostgresBinaries(layout.components()).unpacked(), layout.programs(name()));
        if (!Files.exists(layout.data(name()).resolve("PG_VERSION"))) {
            initialise();
        }
    }

    @Override
    public Launch launch() {
        List<String> command = new ArrayList<>(List.of(program("postgres"), "-D", layout.data(name()).toString(),
                "-c", "listen_addresses=" + layout.address(),
                "-c", "port=" + port,
                // The path of a socket file would be limited to about 100 characters.
                "-c", "unix_socket_directories=",
                "-c", "max_connections=200",
                "-c", "shared_buffers=64MB"));
        settings.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Launch(asOrdinaryUser(command), Map.of("LC_ALL", "C"), layout.directory(), layout.log(name()));
    }

    @Override
    public boolean ready() {
        try (Connection connection = connect("postgres")) {
            return connection != null && connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /** INT is the "fast" shutdown; TERM would wait until the last client has gone. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    private void initialise() throws IOException, InterruptedException {
        Path unfinished = layout.data("postgres-unfinished");
        Trees.delete(unfinished);
        Trees.delete(layout.data(name()));
        Files.createDirectories(unfinished.getParent());
        Files.createDirectories(layout.log(name()).getParent());
        Path passwordFile = SecretFile.write(layout.configuration(name()).resolve("password"), password);
        Process initdb = new ProcessBuilder(asOrdinaryUser(List.of(program("initdb"), "-D", unfinished.toString(),
                "-U", ADMINISTRATOR, "--pwfile=" + passwordFile, "--auth=scram-sha-256",
                "--encoding=UTF8", "--no-locale", "--no-instructions")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log(name()).toFile()))
                .start();
        boolean ended = initdb.waitFor(INITDB_SECONDS, TimeUnit.SECONDS);
        Files.delete(passwordFile);
        if (!ended || initdb.exitValue() != 0) {
            initdb.destroyForcibly();
            throw new ComponentException("postgres: initdb failed; the end of " + layout.log(name()) + ":\n"
                    + LogTail.of(layout.log(name()), 20));
        }
        // Whoever reaches the address needs a password; that of initdb would let in this machine only.
        Files.writeString(unfinished.resolve("pg_hba.conf"), "host all all all scram-sha-256\n");
        // An interrupted initdb must not look like a complete database.
        Files.move(unfinished, layout.data(name()));
    }

    private String program(String name) {
        return layout.programs(name()).resolve("bin").resolve(name).toString();
    }

    /** PostgreSQL refuses to run as root. In a user namespace without a mapping, it does not see that it is. */
    private static List<String> asOrdinaryUser(List<String> command) {
        if (!System.getProperty("user.name").equals("root") || !System.getProperty("os.name").equals("Linux")) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("unshare", "-U"));
        wrapped.addAll(command);
        return wrapped;
    }
}
