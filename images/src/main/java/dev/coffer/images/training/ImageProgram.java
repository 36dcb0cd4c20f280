package dev.coffer.images.training;

import dev.coffer.images.archive.OciArchive;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The program of an unpacked image, as it is started without a container: by the Java of the image, on the system of
 * this machine.
 *
 * @param java             of the image
 * @param arguments        with the paths that they have on this machine
 * @param environment      of the image
 * @param workingDirectory as the image says
 */
record ImageProgram(Path java, List<String> arguments, Map<String, String> environment, Path workingDirectory) {
    private static final int MAX_LINKS = 40;

    /** That of the archive, which has been unpacked into this directory. */
    static ImageProgram of(OciArchive archive, Path root) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String variable : archive.environment()) {
            environment.put(variable.substring(0, variable.indexOf('=')),
                    variable.substring(variable.indexOf('=') + 1));
        }
        String directory = archive.configuration().path("WorkingDir").asText();
        List<String> arguments = new ArrayList<>();
        for (String word : archive.entrypoint().subList(1, archive.entrypoint().size())) {
            arguments.add(word.replace(directory, root + directory));
        }
        return new ImageProgram(find(archive.entrypoint().getFirst(), environment.getOrDefault("PATH", ""), root),
                arguments, environment, root.resolve(directory.substring(1)));
    }

    List<String> command() {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(arguments);
        return command;
    }

    /** Whether this Java starts: its processor is that of this machine, and its C library is like that of this one. */
    boolean runsHere() throws InterruptedException {
        try {
            return new ProcessBuilder(java.toString(), "-version")
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start()
                    .waitFor() == 0;
        } catch (IOException notExecutable) {
            return false;
        }
    }

    private static Path find(String program, String path, Path root) throws IOException {
        for (String directory : path.split(":")) {
            Path candidate = resolved(Path.of(directory).resolve(program), root);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IOException("the base has no " + program + " on its PATH " + path);
    }

    // Links in an image are of that image, not of this machine.
    private static Path resolved(Path inImage, Path root) throws IOException {
        Path at = Path.of("/");
        List<Path> rest = new ArrayList<>();
        inImage.forEach(rest::add);
        for (int links = 0; !rest.isEmpty() && links < MAX_LINKS;) {
            Path next = at.resolve(rest.removeFirst()).normalize();
            Path real = root.resolve(next.toString().substring(1));
            if (Files.isSymbolicLink(real)) {
                Path target = at.resolve(Files.readSymbolicLink(real)).normalize();
                List<Path> names = new ArrayList<>();
                target.forEach(names::add);
                rest.addAll(0, names);
                at = Path.of("/");
                links++;
            } else {
                at = next;
            }
        }
        return root.resolve(at.toString().substring(1));
    }
}
