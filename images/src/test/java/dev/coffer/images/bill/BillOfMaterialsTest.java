package dev.coffer.images.bill;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.images.archive.ImageName;
import dev.coffer.images.base.Part;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillOfMaterialsTest {
    @TempDir
    private Path directory;

    @Test
    void theImageHasTheServiceItsLibrariesAndTheBase() throws Exception {
        Path ofService = Files.writeString(directory.resolve("bom.json"), """
                {"bomFormat": "CycloneDX", "specVersion": "1.6",
                 "metadata": {"component": {"name": "coffer-blob-service", "type": "library"}},
                 "components": [{"name": "minio", "type": "library"}]}""");
        Path target = directory.resolve("image.json");

        BillOfMaterials.write(ofService, target, new ImageName("localhost/coffer/blob-service", "1"), "sha256:ab",
                List.of(new Part("libc6", "2.36-9", "pkg:deb/debian/libc6@2.36-9")));

        JsonNode bill = new ObjectMapper().readTree(target.toFile());
        assertThat(bill.at("/metadata/component/type").asText()).isEqualTo("container");
        assertThat(bill.at("/metadata/component/version").asText()).isEqualTo("sha256:ab");
        assertThat(bill.path("components")).extracting(component -> component.path("name").asText())
                .containsExactly("coffer-blob-service", "minio", "libc6");
        assertThat(bill.at("/components/2/purl").asText()).isEqualTo("pkg:deb/debian/libc6@2.36-9");
    }
}
