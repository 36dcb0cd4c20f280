package dev.coffer.common.installation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InstallationCheckTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> exchange.sendResponseHeaders(401, -1));
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void anAnswerAsWantedIsGood() throws Exception {
        assertThat(run("401=" + url())).isTrue();
        assertThat(said.toString(UTF_8)).isEqualTo("ok 401=" + url() + System.lineSeparator());
    }

    @Test
    void anotherAnswerIsNamedAndTheOthersAreAskedForAllTheSame() throws Exception {
        assertThat(run("200=" + url(), "401=" + url())).isFalse();
        assertThat(said.toString(UTF_8).lines())
                .containsExactly("WRONG 200=" + url() + " was answered by 401", "ok 401=" + url());
    }

    @Test
    void silenceIsNoAnswer() throws Exception {
        String url = url();
        server.stop(0);
        assertThat(run("401=" + url)).isFalse();
        assertThat(said.toString(UTF_8)).contains("ConnectException");
    }

    @Test
    void nothingAskedIsNothingGood() throws Exception {
        assertThat(run()).isFalse();
    }

    private boolean run(String... wanted) throws InterruptedException {
        return InstallationCheck.run(List.of(wanted), new PrintStream(said, true, UTF_8));
    }

    private String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }
}
