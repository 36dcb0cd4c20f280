package dev.coffer.asset.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.rendering.limit.ImageConfig;
import java.util.Optional;

/**
 * What is known about an image without decoding it; kept in the {@code metadata} of its asset (comfy.md section 1.1).
 *
 * @param width in pixels, as it is shown
 * @param height in pixels, as it is shown
 */
public record ImageFacts(int width, int height) {
    private static final String KIND = "image";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The facts in the metadata of an asset; empty if it has none. */
    public static Optional<ImageFacts> of(String metadata) {
        if (!metadata.contains(KIND)) {
            return Optional.empty();
        }
        try {
            JsonNode facts = JSON.readTree(metadata);
            boolean known = facts.path("kind").asText().equals(KIND) && facts.path("width").isInt();
            return known
                    ? Optional.of(new ImageFacts(facts.path("width").intValue(), facts.path("height").intValue()))
                    : Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The metadata of an asset with these facts. */
    public String metadata() {
        return JSON.createObjectNode().put("kind", KIND).put("width", width).put("height", height).toString();
    }

    /** Whether an image of any format can be rendered. */
    public boolean renderable(ImageConfig limits) {
        return (long) width * height <= Math.min(limits.maxPixels(), limits.maxPixelsAtOnce())
                && Math.max(width, height) <= limits.maxEdge();
    }
}
