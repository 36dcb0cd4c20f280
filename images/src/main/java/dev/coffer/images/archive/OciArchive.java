package dev.coffer.images.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarFile;

/** A tar file with one image in the layout of OCI. */
public final class OciArchive implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TarFile tar;
    private final JsonNode descriptor;
    private final JsonNode manifest;

    /** The image in this file. */
    public OciArchive(Path file) throws IOException {
        tar = new TarFile(file.toFile());
        descriptor = json("index.json").path("manifests").path(0);
        manifest = blob(descriptor);
    }

    /** What the index says of the image: its digest, its platform, its names. */
    public JsonNode descriptor() {
        return descriptor;
    }

    /** The names of the files in each layer, lowest layer first. */
    public List<List<String>> files() throws IOException {
        List<List<String>> files = new ArrayList<>();
        for (TarArchiveInputStream layer : layers()) {
            List<String> names = new ArrayList<>();
            try (layer) {
                for (TarArchiveEntry entry = layer.getNextEntry(); entry != null; entry = layer.getNextEntry()) {
                    if (entry.isFile()) {
                        names.add(entry.getName());
                    }
                }
            }
            files.add(names);
        }
        return files;
    }

    /** The layers as compressed tar streams, lowest first. */
    List<TarArchiveInputStream> layers() throws IOException {
        List<TarArchiveInputStream> layers = new ArrayList<>();
        for (JsonNode layer : manifest.path("layers")) {
            layers.add(new TarArchiveInputStream(
                    new GZIPInputStream(new BufferedInputStream(open(pathOf(layer)), 1 << 16))));
        }
        return layers;
    }

    /** The program that the image starts, with its arguments. */
    public List<String> entrypoint() throws IOException {
        return texts(configuration().path("Entrypoint"));
    }

    /** The environment variables of the image, as {@code NAME=value}. */
    public List<String> environment() throws IOException {
        return texts(configuration().path("Env"));
    }

    /** What the image says of how it runs, as OCI has it. */
    public JsonNode configuration() throws IOException {
        return blob(manifest.path("config")).path("config");
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private JsonNode blob(JsonNode descriptor) throws IOException {
        return json(pathOf(descriptor));
    }

    private JsonNode json(String name) throws IOException {
        try (InputStream in = open(name)) {
            return JSON.readTree(in);
        }
    }

    private InputStream open(String name) throws IOException {
        for (TarArchiveEntry entry : tar.getEntries()) {
            if (entry.getName().equals(name)) {
                return tar.getInputStream(entry);
            }
        }
        throw new NoSuchFileException(name);
    }

    private static String pathOf(JsonNode descriptor) {
        return "blobs/" + descriptor.path("digest").asText().replace(':', '/');
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
