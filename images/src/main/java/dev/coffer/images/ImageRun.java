package dev.coffer.images;

import dev.coffer.images.archive.ImageName;
import dev.coffer.images.base.Base;
import dev.coffer.images.base.LinkedBase;
import dev.coffer.images.base.NamedBase;
import dev.coffer.images.base.Platform;
import dev.coffer.images.bill.BillOfMaterials;
import dev.coffer.images.training.Training;
import dev.coffer.images.training.TrainingServers;
import dev.coffer.localstack.component.Trees;
import dev.coffer.localstack.launcher.options.Console;
import dev.coffer.localstack.launcher.stack.ServiceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Makes the images of services that are built. */
final class ImageRun {
    private static final long MEGABYTE = 1_000_000;

    private final Path repository;
    private final ImageOptions options;
    private final Console console;
    private final Path work;

    ImageRun(Path repository, ImageOptions options, Console console) {
        this.repository = repository;
        this.options = options;
        this.console = console;
        this.work = repository.resolve("images/target/work-" + ProcessHandle.current().pid());
    }

    /** Makes all that are wanted, and says the digest of each. */
    void run() throws IOException, InterruptedException {
        Files.createDirectories(options.output());
        Files.createDirectories(work);
        try {
            Base base = base();
            ServiceImage.Labels labels = new ServiceImage.Labels(Origin.of(repository), options.source(),
                    options.isLinked() ? Optional.empty() : Optional.of(options.base()));
            for (ServiceName service : options.services()) {
                make(service, base, labels);
            }
        } finally {
            Trees.delete(work);
        }
    }

    private Base base() throws IOException, InterruptedException {
        if (!options.isLinked()) {
            return new NamedBase(options.base());
        }
        Base base = LinkedBase.in(repository.resolve("images/target/base"));
        console.progress("base", "linked");
        return base;
    }

    private void make(ServiceName service, Base base, ServiceImage.Labels labels)
            throws IOException, InterruptedException {
        Path target = repository.resolve(service.module()).resolve("target");
        ServiceFiles files = new ServiceFiles(target.resolve("quarkus-image"));
        String version = files.version();
        ImageName name = new ImageName(options.repository() + "/" + service.module(), options.tag().orElse(version));
        String fileName = service.module() + "-" + name.tag() + "-linux-" + options.platform().architecture();
        Path unfinished = work.resolve(fileName + ".tar");
        ServiceImage image = new ServiceImage(service, name, base, files, labels);
        String digest = image.write(unfinished, options.platform(), Optional.empty(), work);
        Optional<Path> aotCache = train(service, unfinished);
        if (aotCache.isPresent()) {
            digest = image.write(unfinished, options.platform(), aotCache, work);
        }
        Path archive = options.output().resolve(fileName + ".tar");
        Files.move(unfinished, archive, StandardCopyOption.REPLACE_EXISTING);
        BillOfMaterials.write(target.resolve("bom.json"), options.output().resolve(fileName + ".cdx.json"), name,
                digest,
                base.parts());
        console.say("%s@%s%n  %s (%d MB)".formatted(name, digest, archive, Files.size(archive) / MEGABYTE));
    }

    private Optional<Path> train(ServiceName service, Path archive) throws IOException, InterruptedException {
        if (!options.trained()) {
            return Optional.empty();
        }
        Optional<Path> cache = Optional.empty();
        if (options.platform().equals(Platform.ofThisMachine())) {
            cache = new Training(work).train(archive, new TrainingServers().settings(service));
        }
        console.progress(service.module(), cache.isPresent() ? "has an AOT cache" : "without an AOT cache");
        if (cache.isEmpty()) {
            console.say("    because a Java of this base for " + options.platform() + " does not run on this machine");
        }
        return cache;
    }
}
