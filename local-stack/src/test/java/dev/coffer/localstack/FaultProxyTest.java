package dev.coffer.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.FaultProxy.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultProxyTest {
    private ServerSocket echo;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.ofLiteral("127.0.0.1"));
        Thread.startVirtualThread(this::serve);
        proxy = new FaultProxy(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void withoutAFaultEverythingPasses() throws IOException {
        assertThat(send(100_000)).hasSize(100_000);
    }

    @Test
    void aDelayedConnectionAnswersLater() throws IOException {
        proxy.delay(Duration.ofMillis(200));
        long start = System.nanoTime();
        assertThat(send(10)).hasSize(10);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
    }

    @Test
    void aThrottledConnectionTakesItsTime() throws IOException {
        proxy.throttle(40_000);
        long start = System.nanoTime();
        assertThat(send(20_000)).hasSize(20_000);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(490));
    }

    @Test
    void aCutAnswerHasExactlySoManyBytes() throws IOException {
        proxy.cutAfter(12_345, Direction.TO_CLIENT);
        assertThat(send(20_000)).hasSize(12_345);
    }

    @Test
    void aResetIsNoOrderlyEnd() {
        proxy.resetAfter(5_000, Direction.TO_SERVER);
        assertThatThrownBy(() -> send(20_000)).isInstanceOf(SocketException.class);
    }

    @Test
    void healedItPassesEverythingAgain() throws IOException {
        proxy.cutAfter(1, Direction.TO_CLIENT);
        proxy.heal();
        assertThat(send(20_000)).hasSize(20_000);
    }

    @Test
    void aServerThatIsDownIsDownForTheClientToo() throws IOException {
        echo.close();
        assertThatThrownBy(() -> {
            if (send(10).length == 0) {
                throw new SocketException("ended at once");
            }
        }).isInstanceOf(SocketException.class);
    }

    private byte[] send(int bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), proxy.port())) {
            socket.getOutputStream().write(new byte[bytes]);
            socket.shutdownOutput();
            return socket.getInputStream().readAllBytes();
        }
    }

    private void serve() {
        while (!echo.isClosed()) {
            try (Socket socket = echo.accept()) {
                InputStream in = socket.getInputStream();
                in.transferTo(socket.getOutputStream());
            } catch (IOException cut) {
                continue;
            }
        }
    }
}
