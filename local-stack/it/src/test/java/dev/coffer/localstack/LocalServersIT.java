package dev.coffer.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalServersIT {

    @Test
    void postgresKeepsItsDataOverARestart() throws SQLException {
        PostgresServer postgres = LocalServers.postgres();
        Database database = postgres.createDatabase("kept");
        try (Connection connection = connect(database)) {
            connection.createStatement().execute("CREATE TABLE t AS SELECT similarity('abc', 'abd') AS s");
        }
        postgres.stop();
        assertThatThrownBy(() -> connect(database)).isInstanceOf(SQLException.class);
        postgres.start();
        try (Connection connection = connect(database)) {
            var rows = connection.createStatement().executeQuery("SELECT count(*) FROM t");
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isOne();
        }
    }

    @Test
    void anOwnerHasNoRightOnTheDatabaseOfAnother() {
        PostgresServer postgres = LocalServers.postgres();
        Database mine = postgres.createDatabase("mine");
        Database theirs = postgres.createDatabase("theirs");
        assertThatThrownBy(() -> connect(new Database(theirs.jdbcUrl(), mine.username(), mine.password())))
                .hasMessageContaining("permission denied");
    }

    @Test
    void askedForTwiceItIsTheSameServer() {
        assertThat(LocalServers.postgres().administrator()).isEqualTo(LocalServers.postgres().administrator());
        assertThat(LocalServers.postgres().createDatabase("same"))
                .isEqualTo(LocalServers.postgres().createDatabase("same"));
    }

    @Test
    void kafkaComesBackOnTheSamePort() throws Exception {
        KafkaServer kafka = LocalServers.kafka();
        String before = kafka.bootstrapServers();
        kafka.stop();
        kafka.start();
        assertThat(LocalServers.kafka().bootstrapServers()).isEqualTo(before);
        URI address = URI.create("kafka://" + before);
        try (Socket socket = new Socket(InetAddress.ofLiteral(address.getHost()), address.getPort())) {
            assertThat(socket.isConnected()).isTrue();
        }
    }

    @Test
    void s3proxyMakesBuckets() {
        S3Server s3 = LocalServers.s3proxy();
        s3.createBucket("some-bucket");
        s3.createBucket("some-bucket");
    }

    @Test
    void minioMakesBuckets() {
        Optional<S3Server> minio = LocalServers.minio();
        assumeTrue(minio.isPresent(), "no MinIO on this machine");
        minio.get().createBucket("some-bucket");
        minio.get().createBucket("some-bucket");
    }

    private static Connection connect(Database database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), database.password());
    }
}
