package dev.coffer.asset.create;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.Asset;
import dev.coffer.asset.Location;
import dev.coffer.asset.UserMetadata;

/**
 * Where a file lies that was uploaded to a folder (comfy.md section 4.1).
 *
 * @param subfolder empty for the root
 */
public record Place(Location location, String subfolder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Whether an asset lies here, as its tags and metadata say. */
    boolean has(Asset asset) {
        return asset.tags.contains(location.tag()) && subfolder.equals(subfolderOf(asset));
    }

    private static String subfolderOf(Asset asset) {
        try {
            return JSON.readTree(asset.userMetadata).path(UserMetadata.SUBFOLDER).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return location.tag() + "/" + subfolder;
    }
}
