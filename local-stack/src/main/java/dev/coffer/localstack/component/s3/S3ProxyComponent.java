package dev.coffer.localstack.component.s3;

import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.JavaProgram;
import dev.coffer.localstack.component.SecretFile;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The embedded S3 store: S3Proxy over a directory, in a child JVM. */
public final class S3ProxyComponent extends S3Component {
    /** Under this name on this port, with these keys. */
    public S3ProxyComponent(String name, StackLayout layout, int port, S3Credentials credentials) {
        super(name, layout, port, credentials);
    }

    @Override
    public void prepare() throws IOException {
        Trees.link(layout.components().resolve("s3proxy"), layout.programs(name()));
        Files.createDirectories(layout.data(name()));
        Files.createDirectories(layout.temporary(name()));
        SecretFile.write(file("s3proxy.properties"), properties());
        Files.writeString(file("logback.xml"), LOGBACK);
    }

    @Override
    public Launch launch() {
        return new Launch(JavaProgram.command(List.of("-Xmx256m", "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + layout.temporary(name()),
                "-Dlogback.configurationFile=" + file("logback.xml")),
                layout.programs(name()) + "/*", "org.gaul.s3proxy.Main",
                List.of("--properties", file("s3proxy.properties").toString())),
                Map.of(), layout.directory(), layout.log(name()));
    }

    @Override
    public boolean ready() {
        return Http.status("http://" + layout.address() + ":" + port + "/").isPresent();
    }

    private Path file(String name) {
        return layout.configuration(name()).resolve(name);
    }

    private String properties() {
        return """
                s3proxy.endpoint=http://%s:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=%s
                s3proxy.credential=%s
                jclouds.provider=filesystem-nio2
                jclouds.identity=local
                jclouds.credential=local
                jclouds.filesystem.basedir=%s
                """.formatted(layout.address(), port, credentials.accessKey(), credentials.secretKey(),
                layout.data(name()));
    }

    // With the default level, DEBUG, it is four times slower.
    private static final String LOGBACK = """
            <configuration>
                <appender name="out" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%d{HH:mm:ss.SSS} %-5level %logger{20} %msg%n</pattern></encoder>
                </appender>
                <root level="WARN"><appender-ref ref="out"/></root>
            </configuration>
            """;
}
