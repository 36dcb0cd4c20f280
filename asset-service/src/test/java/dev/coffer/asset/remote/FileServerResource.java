package dev.coffer.asset.remote;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Another server on this machine, from which the service under test may fetch. */
public class FileServerResource implements QuarkusTestResourceLifecycleManager {
    private FileServer server;

    @Override
    public Map<String, String> start() {
        server = new FileServer();
        return Map.of(
                "test.file-server", server.url(""),
                "coffer.assets.remote.enabled", "true",
                "coffer.assets.remote.hosts", "127.0.0.1:" + server.port() + ",nobody.invalid",
                "coffer.assets.remote.dangerously-allow-private-addresses", "true",
                "coffer.assets.remote.silence", "PT0.5S",
                "coffer.assets.remote.attempts", "1",
                "coffer.assets.max-upload", "100000");
    }

    @Override
    public void stop() {
        server.close();
    }
}
