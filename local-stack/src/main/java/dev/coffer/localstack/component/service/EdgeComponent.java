package dev.coffer.localstack.component.service;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.FileStamp;
import dev.coffer.localstack.component.Http;
import dev.coffer.localstack.component.JavaProgram;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.process.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The router in front of the services, in a child JVM. */
public final class EdgeComponent implements Component {
    private final StackLayout layout;
    private final int port;
    private final List<Integer> services;

    /** On this port, in front of asset-, userdata-, files- and blob-service on those. */
    public EdgeComponent(StackLayout layout, int port, List<Integer> services) {
        this.layout = layout;
        this.port = port;
        this.services = List.copyOf(services);
    }

    @Override
    public String name() {
        return "edge";
    }

    @Override
    public List<Integer> ports() {
        return List.of(port);
    }

    @Override
    public void prepare() throws IOException {
        Trees.copy(layout.components().resolve("edge"), layout.programs(name()));
        Files.createDirectories(layout.temporary(name()));
    }

    @Override
    public List<String> after() {
        return List.of(BUILD);
    }

    @Override
    public Launch launch() {
        return new Launch(JavaProgram.command(List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + layout.temporary(name()),
                "-Dvertx.disableFileCPResolving=true"),
                layout.programs(name()) + "/*", "dev.coffer.localstack.edge.EdgeMain",
                Stream.concat(Stream.of(port), services.stream()).map(String::valueOf).toList()),
                Map.of(), layout.directory(), layout.log(name()));
    }

    /** Whether it was built again since the start. */
    @Override
    public boolean outdated() {
        return !FileStamp.of(layout.components().resolve("edge")).equals(FileStamp.of(layout.programs(name())));
    }

    /** Ready if it answers, whether or not the services run. */
    @Override
    public boolean ready() {
        return Http.status("http://127.0.0.1:" + port + "/").orElse(0) == 404;
    }
}
