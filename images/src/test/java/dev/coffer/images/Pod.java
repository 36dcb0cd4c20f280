package dev.coffer.images;

import dev.coffer.images.archive.OciArchive;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The program of an unpacked image, run as a hardened pod runs it: the image is all that it sees, it cannot write but
 * into /tmp, it is process 1, has no privileges and gets none. Its user is one that the image does not know, of group
 * 0, as on OpenShift; where the tests do not run as root, it is that of the tests.
 */
final class Pod implements AutoCloseable {
    static final int USER = 12345;
    private static final boolean ROOT = System.getProperty("user.name").equals("root");
    private static final String HOST_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";
    private static final String SCRIPT = """
            set -e
            root=$0
            mkdir -p "$root/proc" "$root/dev"
            mount --bind "$root" "$root"
            mount -o remount,bind,ro "$root"
            mount -t tmpfs -o mode=1777 tmpfs "$root/tmp"
            mount -t proc proc "$root/proc"
            mount --rbind /dev "$root/dev"
            exec setpriv --no-new-privs chroot $USERSPEC "$root" "$@"
            """;

    private final Process unshare;

    private Pod(Process unshare) {
        this.unshare = unshare;
    }

    /** Whether this machine lets us make the namespaces and mounts of a pod. */
    static boolean isPossible() throws Exception {
        List<String> command = namespaces();
        command.addAll(List.of("sh", "-c", "mount -t tmpfs tmpfs /mnt && mount -t proc proc /mnt"));
        try {
            return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    /** Starts it; settings are environment variables over those of the image. */
    static Pod start(OciArchive image, Path root, Map<String, String> settings, Path log) throws IOException {
        List<String> command = namespaces();
        command.addAll(List.of("sh", "-c", SCRIPT, root.toString()));
        command.addAll(image.entrypoint());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.clear();
        for (String variable : image.environment()) {
            String[] parts = variable.split("=", 2);
            environment.put(parts[0], parts[1]);
        }
        environment.merge("PATH", HOST_PATH, (own, host) -> own + ":" + host);
        environment.put("USERSPEC", ROOT ? "--userspec=" + USER + ":0 --groups=0" : "");
        environment.putAll(settings);
        return new Pod(builder.start());
    }

    boolean isAlive() {
        return unshare.isAlive();
    }

    /** Who it is, and what it may: the file {@code status} of its process. */
    String status() throws IOException {
        return Files.readString(Path.of("/proc/" + program().pid() + "/status"));
    }

    /** Whether the tests may choose its user. */
    static boolean isRoot() {
        return ROOT;
    }

    /** Ends it as Kubernetes does, with a SIGTERM; the exit code that this leads to. */
    int stop() throws InterruptedException {
        program().destroy();
        if (!unshare.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it does not end");
        }
        return unshare.exitValue();
    }

    @Override
    public void close() {
        unshare.descendants().forEach(ProcessHandle::destroyForcibly);
        unshare.destroyForcibly();
    }

    private ProcessHandle program() {
        return unshare.children().findFirst().orElseThrow();
    }

    private static List<String> namespaces() {
        List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--pid", "--ipc", "--uts", "--fork",
                "--kill-child"));
        if (!ROOT) {
            command.add("--map-root-user");
        }
        return command;
    }
}
