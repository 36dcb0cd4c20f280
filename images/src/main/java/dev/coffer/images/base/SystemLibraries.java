package dev.coffer.images.base;

import dev.coffer.localstack.component.ComponentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The shared libraries of this machine that programs need, by the paths at which the dynamic linker finds them. */
final class SystemLibraries {
    private static final Pattern FOUND = Pattern.compile("(?:=>\\s+|^\\s+)(/\\S+) \\(0x", Pattern.MULTILINE);

    /** What the C library and the JVM open by name, when they need it. */
    private static final List<String> BY_NAME =
            List.of("libresolv.so.2", "libnss_dns.so.2", "libnss_files.so.2", "libgcc_s.so.1");

    private SystemLibraries() {}

    /** Those that the programs and libraries in this directory need, without those in it; sorted. */
    static List<Path> neededBy(Path directory) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ldd"));
        try (Stream<Path> files = Files.walk(directory)) {
            files.filter(SystemLibraries::isLinked).map(Path::toString).forEach(command::add);
        }
        Process ldd = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(ldd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        ldd.waitFor();
        TreeSet<Path> found = new TreeSet<>();
        Matcher lines = FOUND.matcher(output);
        while (lines.find()) {
            found.add(Path.of(lines.group(1)));
        }
        found.removeIf(library -> library.startsWith(directory));
        Path libc = found.stream()
                .filter(library -> library.getFileName().toString().equals("libc.so.6"))
                .findFirst()
                .orElseThrow(() -> new ComponentException("--base jlink needs Linux with glibc and ldd:"
                        + " name a base in a registry by --base"));
        BY_NAME.stream().map(libc::resolveSibling).filter(Files::exists).forEach(found::add);
        return List.copyOf(found);
    }

    private static boolean isLinked(Path file) {
        return Files.isRegularFile(file)
                && (file.getFileName().toString().endsWith(".so") || Files.isExecutable(file));
    }
}
