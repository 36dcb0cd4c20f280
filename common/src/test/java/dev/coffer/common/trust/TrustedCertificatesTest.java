package dev.coffer.common.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustedCertificatesTest {
    private static final char[] PASSWORD = "test-server".toCharArray();

    @TempDir
    private Path directory;

    @AfterEach
    void trustTheJdkAlone() {
        List.of("javax.net.ssl.trustStore", "javax.net.ssl.trustStoreType", "javax.net.ssl.trustStorePassword")
                .forEach(System::clearProperty);
    }

    @Test
    void aServerIsTrustedAsSoonAsItsCertificateIsInTheDirectory() throws Exception {
        KeyStore identity = identity();
        HttpsServer server = start(identity);
        try {
            URI url = URI.create("https://localhost:" + server.getAddress().getPort());
            assertThatThrownBy(() -> get(url)).isInstanceOf(SSLHandshakeException.class);
            Files.writeString(directory.resolve("0.pem"),
                    "# The one\n" + pem(identity) + "\n# twice\n" + pem(identity));
            assertThat(TrustedCertificates.trust(directory)).isEqualTo(2);
            assertThat(get(url)).isEqualTo(204);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void theAuthoritiesOfTheJdkStayTrusted() throws Exception {
        int before = trusted();
        Files.writeString(directory.resolve("0.pem"), pem(identity()));
        TrustedCertificates.trust(directory);
        assertThat(trusted()).isEqualTo(before + 1);
    }

    @Test
    void aFileWithoutACertificateIsNamed() throws Exception {
        Files.writeString(directory.resolve("empty.pem"), "");
        assertThatThrownBy(() -> TrustedCertificates.trust(directory)).hasMessageContaining("empty.pem");
        Files.writeString(directory.resolve("empty.pem"), "-----BEGIN CERTIFICATE-----\nno\n");
        assertThatThrownBy(() -> TrustedCertificates.trust(directory)).hasMessageContaining("empty.pem");
    }

    @Test
    void aDirectoryThatIsEmptyOrMissingIsNamed() {
        assertThatThrownBy(() -> TrustedCertificates.trust(directory)).hasMessageContaining(directory.toString());
        assertThatThrownBy(() -> TrustedCertificates.trust(directory.resolve("none"))).hasMessageContaining("none");
    }

    private static int get(URI url) throws Exception {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init((KeyStore) null);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusted.getTrustManagers(), null);
        try (HttpClient client = HttpClient.newBuilder().sslContext(context).build()) {
            return client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static int trusted() throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        return ((javax.net.ssl.X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers().length;
    }

    private static HttpsServer start(KeyStore identity) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(identity, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> exchange.sendResponseHeaders(204, -1));
        server.start();
        return server;
    }

    private KeyStore identity() throws Exception {
        Path file = directory.resolveSibling(directory.getFileName() + "-server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-dname", "CN=localhost",
                "-ext", "san=dns:localhost", "-ext", "bc=ca:true", "-storetype", "PKCS12",
                "-storepass", new String(PASSWORD), "-keystore", file.toString()).inheritIO().start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        } finally {
            Files.delete(file);
        }
        return store;
    }

    private static String pem(KeyStore identity) throws Exception {
        Certificate certificate = identity.getCertificate("server");
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
