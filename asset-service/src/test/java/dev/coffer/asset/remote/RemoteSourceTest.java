package dev.coffer.asset.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.quarkus.runtime.LaunchMode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteSourceTest {
    private final FileServer server = new FileServer();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void contentComesAsItIs() throws Exception {
        try (RemoteAnswer answer = ask("/to?/models/a.safetensors")) {
            assertThat(answer.body()).hasContent(FileServer.CONTENT + "/models/a.safetensors");
            assertThat(answer.url()).hasPath("/models/a.safetensors");
            assertThat(answer.fileName()).isEqualTo("to");
        }
        try (RemoteAnswer answer = ask("/named/x")) {
            assertThat(answer.fileName()).isEqualTo("mödel.safetensors");
        }
    }

    @ParameterizedTest
    @CsvSource({"401, UNAUTHORIZED_SOURCE", "403, ACCESS_FORBIDDEN", "404, RESOURCE_NOT_FOUND",
        "410, RESOURCE_NOT_FOUND",
        "429, RATE_LIMITED", "500, SOURCE_SERVER_ERROR", "503, SOURCE_SERVER_ERROR", "400, HTTP_ERROR",
        "206, HTTP_ERROR", "304, HTTP_ERROR"})
    void anAnswerWithoutContentSaysWhy(int status, String code) {
        refused(new ErrorCode(422, code), () -> ask("/status/" + status));
    }

    @Test
    void contentThatIsCodedWouldBeTakenForThePlainOne() throws Exception {
        refused(AssetErrorCode.HTTP_ERROR, () -> ask("/coded/gzip"));
        try (RemoteAnswer answer = ask("/coded/identity")) {
            assertThat(answer.body()).hasContent(FileServer.CONTENT + "/coded/identity");
        }
    }

    @Test
    void aHostThatIsNotAllowedIsNotAsked() {
        RemoteSource source =
                source("hosts", "example.org,*.example.com,127.0.0.1", "dangerously-allow-private-addresses", "true");
        for (String url : new String[] {server.url("/a"), "http://example.com/", "http://xexample.com",
            "http://example.org.evil.test/",
            "http://example.org:8080/", "https://example.org:80/"}) {
            refused(AssetErrorCode.UNSUPPORTED_SOURCE, () -> source.ask("GET", URI.create(url)));
        }
        assertThat(server.requests()).isZero();
        source.check(URI.create("https://EXAMPLE.org/"));
        source.check(URI.create("https://cdn.example.com:443/"));
    }

    @Test
    void withoutTheSwitchNothingIsAllowed() {
        RemoteSource source = source("enabled", "false", "hosts", "example.org");
        refused(AssetErrorCode.UNSUPPORTED_SOURCE, () -> source.check(URI.create("http://example.org/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void anAllowedHostOfThisNetworkIsNotConnectedTo(String host) {
        RemoteSource source = source("hosts", host + ":" + server.port());
        refused(AssetErrorCode.UNSUPPORTED_SOURCE,
                () -> source.ask("GET", URI.create("http://" + host + ":" + server.port() + "/a")));
        assertThat(server.requests()).isZero();
    }

    @Test
    void everyHopOfARedirectIsChecked() throws Exception {
        try (FileServer inside = new FileServer()) {
            refused(AssetErrorCode.UNSUPPORTED_SOURCE, () -> ask("/to?" + inside.url("/secret")));
            refused(AssetErrorCode.UNSUPPORTED_SOURCE, () -> ask("/to?http://169.254.169.254/latest/meta-data"));
            assertThat(inside.requests()).isZero();
        }
        refused(AssetErrorCode.INVALID_URL_FORMAT, () -> ask("/to?file:///etc/passwd"));
        refused(AssetErrorCode.INVALID_URL_FORMAT, () -> ask("/to?http://user@127.0.0.1/"));
    }

    @Test
    void redirectsComeToAnEnd() {
        refused(AssetErrorCode.HTTP_ERROR, () -> ask("/hop/0"));
        assertThat(server.requests()).isEqualTo(4);
    }

    @Test
    void aServerThatSaysNothingIsLeft() {
        refused(AssetErrorCode.NETWORK_TIMEOUT, () -> ask("/silent"));
    }

    @Test
    void aHeadThatDripsIsGivenUp() throws Exception {
        try (DrippingServer slow = new DrippingServer("HTTP/1.1 200 OK\r\nx-slow: ")) {
            refused(AssetErrorCode.NETWORK_TIMEOUT, () -> ask(slow));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100000", "Transfer-Encoding: chunked", "Connection: close"})
    void aBodyThatDripsIsGivenUp(String framing) throws Exception {
        try (DrippingServer slow = new DrippingServer("HTTP/1.1 200 OK\r\n" + framing + "\r\n\r\n");
                RemoteAnswer answer = ask(slow)) {
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOfSatisfying(IOException.class,
                    failure -> assertThat(SourceErrors.of(failure).code()).isEqualTo(AssetErrorCode.NETWORK_TIMEOUT));
        }
    }

    private static RemoteAnswer ask(DrippingServer server) {
        return source("hosts", "127.0.0.1:" + server.port(), "dangerously-allow-private-addresses", "true")
                .ask("GET", URI.create("http://127.0.0.1:" + server.port() + "/"));
    }

    @Test
    void aClosedPortIsReported() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        RemoteSource source = source("hosts", "127.0.0.1:" + port, "dangerously-allow-private-addresses", "true");
        refused(AssetErrorCode.CONNECTION_REFUSED,
                () -> source.ask("GET", URI.create("http://127.0.0.1:" + port + "/")));
    }

    @Test
    void aHostThatDoesNotExistIsReported() {
        RemoteSource source = source("hosts", "nobody.invalid");
        refused(AssetErrorCode.INVALID_HOST, () -> source.ask("GET", URI.create("http://nobody.invalid/")));
    }

    @Test
    void aCutContentIsNoEnd() {
        try (RemoteAnswer answer = ask("/cut")) {
            assertThatThrownBy(() -> answer.body().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aContentHasToBeCompleteInTime() throws IOException {
        Clock start = Clock.systemUTC();
        DeadlineStream late = new DeadlineStream(
                new ByteArrayInputStream(new byte[9]), Clock.offset(start, Duration.ofHours(2)), start.instant());
        assertThat(SourceErrors.of(thrownBy(late)).code()).isEqualTo(AssetErrorCode.NETWORK_TIMEOUT);
    }

    @Test
    void theDangerousSwitchIsNotForProduction() {
        assertThatThrownBy(() -> RemoteGuard.refuse(LaunchMode.NORMAL)).hasMessageContaining("for tests only");
        RemoteGuard.refuse(LaunchMode.TEST);
    }

    private static IOException thrownBy(DeadlineStream stream) {
        try {
            stream.readAllBytes();
            throw new AssertionError("it was read");
        } catch (IOException e) {
            return e;
        }
    }

    /** What this server answers, in a test: its address is no public one. */
    private RemoteAnswer ask(String path) {
        return source("hosts", "127.0.0.1:" + server.port(), "dangerously-allow-private-addresses", "true")
                .ask("GET", URI.create(server.url(path)));
    }

    private static RemoteSource source(String... namesAndValues) {
        String[] all = Stream.concat(
                Arrays.stream(namesAndValues),
                Stream.of("silence", "PT0.5S", "connect-timeout", "PT0.5S", "max-redirects", "3"))
                .toArray(String[]::new);
        RemoteConfig config = RemoteConfigs.of(all);
        return new RemoteSource(new PublicDns(config), new AllowedHosts(config), config, Clock.systemUTC());
    }

    private static void refused(ErrorCode code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(
                ServiceException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
