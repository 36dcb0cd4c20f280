package dev.coffer.images.archive;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.images.base.Platform;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * The index of an archive. Jib writes the whole name as {@code org.opencontainers.image.ref.name}, where OCI wants a
 * tag; containerd takes the whole name from an annotation of its own.
 */
public final class ArchiveIndex {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INDEX = "index.json";

    private ArchiveIndex() {}

    /** Copies an archive of Jib with an index for all; its bytes depend on nothing but the image and the name. */
    public static void complete(Path from, Path to, ImageName name, Platform platform) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from), 1 << 16);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16);
                TarArchiveInputStream source = new TarArchiveInputStream(in);
                TarArchiveOutputStream target = new TarArchiveOutputStream(out)) {
            for (TarArchiveEntry entry = source.getNextEntry(); entry != null; entry = source.getNextEntry()) {
                if (entry.getName().equals(INDEX)) {
                    byte[] index = JSON.writeValueAsBytes(index(source, name, platform));
                    begin(target, INDEX, index.length);
                    target.write(index);
                } else {
                    begin(target, entry.getName(), entry.getSize());
                    source.transferTo(target);
                }
                target.closeArchiveEntry();
            }
        }
    }

    private static ObjectNode index(InputStream in, ImageName name, Platform platform) throws IOException {
        ObjectNode index = (ObjectNode) JSON.readTree(in.readAllBytes());
        ObjectNode image = (ObjectNode) index.path("manifests").path(0);
        image.putObject("platform").put("architecture", platform.architecture()).put("os", "linux");
        image.putObject("annotations")
                .put("io.containerd.image.name", name.toString())
                .put("org.opencontainers.image.ref.name", name.tag());
        return index;
    }

    private static void begin(TarArchiveOutputStream target, String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setModTime(new Date(0));
        entry.setIds(0, 0);
        entry.setNames("", "");
        target.putArchiveEntry(entry);
    }
}
