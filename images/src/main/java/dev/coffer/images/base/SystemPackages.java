package dev.coffer.images.base;

import dev.coffer.localstack.process.OnPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;

/** The packages of this machine's distribution that files come from, as dpkg knows them. */
final class SystemPackages {
    private static final Path RELEASE = Path.of("/etc/os-release");

    private SystemPackages() {}

    /** Those of these files; the files themselves, without a version, where there is no dpkg. */
    static List<Part> of(List<Path> files) throws IOException, InterruptedException {
        if (OnPath.find("dpkg-query").isEmpty()) {
            return files.stream().map(file -> new Part(file.getFileName().toString(), "", "")).toList();
        }
        TreeSet<String> names = new TreeSet<>();
        for (Path file : files) {
            // One of them, since /lib is a link to /usr/lib: "libc6:amd64: /lib/x86_64-linux-gnu/libc.so.6".
            run("dpkg-query", "-S", file.toString(), "/usr" + file).lines()
                    .filter(line -> line.endsWith(file.toString()))
                    .forEach(line -> names.add(line.substring(0, line.lastIndexOf(": "))));
        }
        List<Part> parts = new ArrayList<>();
        for (String name : names) {
            String[] about = run("dpkg-query", "-W", "-f", "${Package} ${Version} ${Architecture}", name).split(" ");
            parts.add(new Part(about[0], about[1], "pkg:deb/%s/%s@%s?arch=%s".formatted(
                    distribution(), about[0], about[1].replace("+", "%2B").replace(":", "%3A"), about[2])));
        }
        return parts;
    }

    private static String distribution() throws IOException {
        Properties release = new Properties();
        try (var file = Files.newBufferedReader(RELEASE)) {
            release.load(file);
        }
        return release.getProperty("ID", "debian");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
