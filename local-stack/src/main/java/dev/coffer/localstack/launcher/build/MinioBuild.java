package dev.coffer.localstack.launcher.build;

import dev.coffer.localstack.component.ComponentException;
import dev.coffer.localstack.component.LogTail;
import dev.coffer.localstack.component.s3.MinioBinary;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.options.UsageException;
import dev.coffer.localstack.process.OnPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Builds the MinIO server with the Go toolchain, because no binaries are published any more. */
public final class MinioBuild {
    private MinioBuild() {}

    /** The server; built first if there is none. */
    public static Path ensure(Console console) throws IOException, InterruptedException {
        MinioBinary.unknown().ifPresent(path -> console.say(path + " is not used: it is not MinIO "
                + MinioBinary.VERSION + ", the version that Coffer is tested with."));
        if (MinioBinary.find().isEmpty()) {
            Path go = OnPath.find("go").orElseThrow(() -> new UsageException(
                    "there is no MinIO " + MinioBinary.VERSION + ": install Go, and it is built from its sources"));
            console.say("Building MinIO, once on this machine; this takes some minutes …");
            build(go);
        }
        return MinioBinary.findOrPlan();
    }

    private static void build(Path go) throws IOException, InterruptedException {
        Path target = MinioBinary.cached();
        Path unfinished = target.resolveSibling("unfinished-" + ProcessHandle.current().pid());
        Path log = target.resolveSibling("build.log");
        Files.createDirectories(unfinished);
        ProcessBuilder builder = new ProcessBuilder(go.toString(), "install",
                "github.com/minio/minio@" + MinioBinary.VERSION)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("GOBIN", unfinished.toString());
        builder.environment().put("CGO_ENABLED", "0");
        if (builder.start().waitFor() != 0) {
            throw new ComponentException("MinIO could not be built; the end of " + log + ":\n" + LogTail.of(log, 20));
        }
        Files.move(unfinished.resolve("minio"), target, StandardCopyOption.ATOMIC_MOVE);
        Files.delete(unfinished);
    }
}
