package dev.coffer.images.bill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.images.archive.ImageName;
import dev.coffer.images.base.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/** The bill of materials of an image, in the form of CycloneDX: that which Maven made of the service, and the base. */
public final class BillOfMaterials {
    private static final ObjectMapper JSON = new ObjectMapper();

    private BillOfMaterials() {}

    /**
     * Writes it.
     *
     * @param ofService what Maven made
     * @param target    the file to write
     * @param digest    of the image
     * @param base      what the image has besides
     */
    public static void write(Path ofService, Path target, ImageName image, String digest, List<Part> base)
            throws IOException {
        ObjectNode bill = (ObjectNode) JSON.readTree(ofService.toFile());
        byte[] identity = (image + "@" + digest).getBytes(StandardCharsets.UTF_8);
        bill.put("serialNumber", "urn:uuid:" + UUID.nameUUIDFromBytes(identity));
        ObjectNode metadata = bill.withObject("/metadata");
        ArrayNode components = bill.withArray("/components");
        if (metadata.get("component") instanceof ObjectNode service) {
            components.insert(0, service);
        }
        metadata.putObject("component")
                .put("type", "container")
                .put("bom-ref", image + "@" + digest)
                .put("name", image.repository())
                .put("version", digest);
        for (Part part : base) {
            ObjectNode component = components.addObject()
                    .put("type", "library")
                    .put("bom-ref", part.purl().isEmpty() ? part.name() : part.purl())
                    .put("name", part.name());
            if (!part.version().isEmpty()) {
                component.put("version", part.version());
            }
            if (!part.purl().isEmpty()) {
                component.put("purl", part.purl());
            }
        }
        JSON.writerWithDefaultPrettyPrinter().writeValue(target.toFile(), bill);
    }
}
