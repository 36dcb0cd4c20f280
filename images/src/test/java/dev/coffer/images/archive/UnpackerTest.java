package dev.coffer.images.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackerTest {
    @TempDir
    private Path directory;

    @Test
    void aLayerReplacesAndRemovesWhatIsBelowIt() throws Exception {
        unpack(layer(file("a/kept"), file("a/replaced"), file("a/removed"), file("b/hidden")),
                layer(file("a/replaced", "new"), file("a/.wh.removed"), file("b/.wh..wh..opq"), file("b/new")));

        assertThat(root().resolve("a/kept")).hasContent("old");
        assertThat(root().resolve("a/replaced")).hasContent("new");
        assertThat(root().resolve("a/removed")).doesNotExist();
        assertThat(root().resolve("b")).isDirectoryContaining("glob:**new").isDirectoryNotContaining("glob:**hidden");
    }

    @Test
    void linksStayLinks() throws Exception {
        unpack(layer(file("usr/lib/x"), link("lib", "usr/lib")), layer(file("lib/y")));
        assertThat(root().resolve("lib")).isSymbolicLink();
        assertThat(root().resolve("usr/lib/y")).exists();
    }

    @Test
    void nothingIsWrittenOutsideOfTheDirectory() {
        assertThatThrownBy(() -> unpack(layer(file("../out")))).isInstanceOf(IOException.class)
                .hasMessageContaining("leads out of the image");
        assertThatThrownBy(() -> unpack(layer(link("door", directory.toString())), layer(file("door/out"))))
                .isInstanceOf(IOException.class).hasMessageContaining("leads out of the image");
        assertThat(directory.resolve("out")).doesNotExist();
    }

    private Path root() {
        return directory.resolve("root");
    }

    private void unpack(TarArchiveInputStream... layers) throws Exception {
        Unpacker.unpack(List.of(layers), root());
    }

    private record Entry(String name, String content, String target) {}

    private static Entry file(String name) {
        return new Entry(name, "old", "");
    }

    private static Entry file(String name, String content) {
        return new Entry(name, content, "");
    }

    private static Entry link(String name, String target) {
        return new Entry(name, "", target);
    }

    private static TarArchiveInputStream layer(Entry... entries) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            for (Entry entry : Stream.of(entries).toList()) {
                byte[] content = entry.content.getBytes(StandardCharsets.UTF_8);
                TarArchiveEntry head = entry.target.isEmpty()
                        ? new TarArchiveEntry(entry.name, true)
                        : new TarArchiveEntry(entry.name, TarConstants.LF_SYMLINK);
                head.setLinkName(entry.target);
                head.setSize(content.length);
                tar.putArchiveEntry(head);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        }
        return new TarArchiveInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    }
}
