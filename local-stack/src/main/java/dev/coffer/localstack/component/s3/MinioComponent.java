package dev.coffer.localstack.component.s3;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real MinIO server over one directory. */
public final class MinioComponent implements Component {
    private final String name;
    private final StackLayout layout;
    private final Path binary;
    private final int port;
    private final S3Credentials credentials;

    /** Under this name, this program on this port, with these keys. */
    public MinioComponent(String name, StackLayout layout, Path binary, int port, S3Credentials credentials) {
        this.name = name;
        this.layout = layout;
        this.binary = binary;
        this.port = port;
        this.credentials = credentials;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(layout.data(name()));
    }

    @Override
    public Launch launch() {
        // Without the console, which would listen on another port.
        return new Launch(List.of(binary.toString(), "server", "--quiet", "--address", "127.0.0.1:" + port,
                layout.data(name()).toString()),
                Map.of("MINIO_ROOT_USER", credentials.accessKey(),
                        "MINIO_ROOT_PASSWORD", credentials.secretKey(),
                        "MINIO_BROWSER", "off",
                        "MINIO_UPDATE", "off"),
                layout.directory(), layout.log(name()));
    }

    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + port + "/minio/health/cluster").orElse(0) == 200;
    }
}
