package dev.coffer.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.localstack.component.kafka.KafkaComponent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortCheckTest {
    private static final StackLayout NOWHERE = new StackLayout(Path.of("nowhere"), Path.of("nowhere"));

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aPortInUseIsNamedWithItsComponent(String address) throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral(address))) {
            Component kafka = new KafkaComponent(NOWHERE, PortCheck.anyFree(), other.getLocalPort());
            assertThatThrownBy(() -> PortCheck.requireFree(kafka))
                    .isInstanceOf(ComponentException.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " of kafka is in use")
                    .hasMessageContaining("COFFER_PORT_BASE");
        }
    }

    @Test
    void aFreePortIsAccepted() throws Exception {
        Component kafka = new KafkaComponent(NOWHERE, PortCheck.anyFree(), PortCheck.anyFree());
        assertThatCode(() -> PortCheck.requireFree(kafka)).doesNotThrowAnyException();
    }

    @Test
    void aPortIsFreeAgainOnceItsListenerIsGone() throws Exception {
        int port;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = other.getLocalPort();
            assertThat(PortCheck.isFree(port)).isFalse();
        }
        assertThat(PortCheck.isFree(port)).isTrue();
    }
}
