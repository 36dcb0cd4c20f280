package dev.coffer.images.base;

import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import dev.coffer.localstack.component.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A base without a registry: the runtime of the JDK that runs this program, cut down to the modules that the services
 * need, and the files of this machine's C library that it opens. No shell, no package manager, nothing else.
 */
public final class LinkedBase implements Base {
    private static final String JAVA = "/opt/java";
    private static final String USERS = """
            root:x:0:0:root:/:/none
            nonroot:x:65532:0:nonroot:/tmp:/none
            """;
    private static final String GROUPS = "root:x:0:\n";
    private static final String NAME_SERVICES = "hosts: files dns\n";

    private final Path root;
    private final List<Part> parts;

    private LinkedBase(Path root, List<Part> parts) {
        this.root = root;
        this.parts = parts;
    }

    /**
     * Makes one.
     *
     * @param directory where its files are put; what is there is used again if it is of the same JDK
     */
    public static LinkedBase in(Path directory) throws IOException, InterruptedException {
        LinkedRuntime runtime = new LinkedRuntime(directory.resolve("java"));
        runtime.ensure();
        Path root = directory.resolve("root");
        Trees.delete(root);
        Trees.link(runtime.directory(), root.resolve(JAVA.substring(1)));
        Files.createDirectories(root.resolve("tmp"));
        Files.createDirectories(root.resolve("etc"));
        Files.writeString(root.resolve("etc/passwd"), USERS);
        Files.writeString(root.resolve("etc/group"), GROUPS);
        Files.writeString(root.resolve("etc/nsswitch.conf"), NAME_SERVICES);
        List<Path> libraries = SystemLibraries.neededBy(runtime.directory());
        for (Path library : libraries) {
            Path target = root.resolve(library.toString().substring(1));
            Files.createDirectories(target.getParent());
            Files.copy(library.toRealPath(), target);
        }
        List<Part> parts = new ArrayList<>(List.of(runtime.part()));
        parts.addAll(SystemPackages.of(libraries));
        return new LinkedBase(root, parts);
    }

    @Override
    public JibContainerBuilder image() throws IOException {
        FileEntriesLayer.Builder layer = FileEntriesLayer.builder().setName("base");
        try (Stream<Path> top = Files.list(root)) {
            for (Path directory : top.sorted().toList()) {
                layer.addEntryRecursive(directory, AbsoluteUnixPath.get("/" + directory.getFileName()),
                        LinkedBase::permissions);
            }
        }
        return Jib.fromScratch()
                .addFileEntriesLayer(layer.build())
                .addEnvironmentVariable("JAVA_HOME", JAVA)
                .addEnvironmentVariable("PATH", JAVA + "/bin");
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    private static FilePermissions permissions(Path file, AbsoluteUnixPath target) {
        if (target.toString().equals("/tmp")) {
            return FilePermissions.fromOctalString("777");
        }
        return FilePermissions.fromOctalString(Files.isDirectory(file) || Files.isExecutable(file) ? "755" : "644");
    }
}
