package dev.coffer.localstack.component.s3;

import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real MinIO server over one directory. */
public final class MinioComponent extends S3Component {
    private final Path binary;

    /** Under this name, this program on this port, with these keys. */
    public MinioComponent(String name, StackLayout layout, Path binary, int port, S3Credentials credentials) {
        super(name, layout, port, credentials);
        this.binary = binary;
    }

    @Override
    public void prepare() throws IOException {
        Files.createDirectories(layout.data(name()));
    }

    @Override
    public Launch launch() {
        // Without the console, which would listen on another port.
        return new Launch(List.of(binary.toString(), "server", "--quiet", "--address", layout.address() + ":" + port,
                layout.data(name()).toString()),
                Map.of("MINIO_ROOT_USER", credentials.accessKey(),
                        "MINIO_ROOT_PASSWORD", credentials.secretKey(),
                        "MINIO_BROWSER", "off",
                        "MINIO_UPDATE", "off"),
                layout.directory(), layout.log(name()));
    }

    @Override
    public boolean ready() {
        return Http.status("http://" + layout.address() + ":" + port + "/minio/health/cluster").orElse(0) == 200;
    }
}
