package dev.coffer.images.base;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.Trees;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A Java runtime, linked from the JDK that runs this program. */
final class LinkedRuntime {
    /** Those that the services use, and those that jcmd and flight recordings need. */
    private static final List<String> MODULES = List.of("java.base", "java.compiler", "java.datatransfer",
            "java.desktop", "java.instrument", "java.logging", "java.management", "java.naming", "java.net.http",
            "java.prefs", "java.rmi", "java.scripting", "java.security.jgss", "java.security.sasl", "java.sql",
            "java.transaction.xa", "java.xml", "jdk.attach", "jdk.charsets", "jdk.crypto.cryptoki",
            "jdk.incubator.vector", "jdk.jcmd", "jdk.jfr", "jdk.management", "jdk.management.agent",
            "jdk.naming.dns", "jdk.net", "jdk.nio.mapmode", "jdk.security.auth", "jdk.security.jgss",
            "jdk.unsupported", "jdk.zipfs");

    /** Parts of java.desktop for screens and loudspeakers, which would need libraries of X11 and ALSA. */
    private static final List<String> NOT_ON_A_SERVER =
            List.of("libawt_xawt.so", "libjawt.so", "libsplashscreen.so", "libjsound.so");

    private final Path directory;
    private final Path jdk = Path.of(System.getProperty("java.home"));

    LinkedRuntime(Path directory) {
        this.directory = directory;
    }

    Path directory() {
        return directory;
    }

    /** Links it, unless it was linked from the same JDK. */
    void ensure() throws IOException, InterruptedException {
        Path stamp = directory.resolveSibling("java.stamp");
        if (Files.exists(stamp) && Files.readString(stamp).equals(stamp())) {
            return;
        }
        Files.deleteIfExists(stamp);
        Trees.delete(directory);
        Files.createDirectories(directory.getParent());
        link();
        for (String library : NOT_ON_A_SERVER) {
            Files.deleteIfExists(directory.resolve("lib").resolve(library));
        }
        Files.writeString(stamp, stamp());
    }

    Part part() throws IOException {
        Properties release = new Properties();
        try (Reader file = Files.newBufferedReader(jdk.resolve("release"))) {
            release.load(file);
        }
        String maker = unquoted(release, "IMPLEMENTOR");
        String version = unquoted(release, "JAVA_RUNTIME_VERSION");
        return new Part("OpenJDK of " + maker, version, "pkg:generic/openjdk@" + version.replace("+", "%2B"));
    }

    // Not compressed, because layers are, and classes are loaded faster.
    private void link() throws IOException, InterruptedException {
        Path log = directory.resolveSibling("jlink.log");
        int exit = new ProcessBuilder(jdk.resolve("bin/jlink").toString(), "--add-modules", String.join(",", MODULES),
                "--strip-debug", "--no-man-pages", "--no-header-files", "--compress", "zip-0",
                "--output", directory.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new ComponentException(
                    "the JDK at " + jdk + " cannot link a runtime (a Temurin 25 can; or name a base"
                            + " in a registry by --base):\n" + Files.readString(log).strip());
        }
    }

    private String stamp() throws IOException {
        Path certificates = jdk.resolve("lib/security/cacerts");
        return String.join("\n", Files.readString(jdk.resolve("release")),
                Files.getLastModifiedTime(jdk.resolve("lib/modules")).toString(),
                Files.size(certificates) + " " + Files.getLastModifiedTime(certificates), MODULES.toString());
    }

    private static String unquoted(Properties release, String name) {
        return release.getProperty(name, "unknown").replace("\"", "");
    }
}
