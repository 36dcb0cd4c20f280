package dev.coffer.asset.create;

import dev.coffer.asset.name.Place;
import dev.coffer.common.content.MediaTypes;
import java.util.List;
import java.util.UUID;

/**
 * What a client wants a new asset to be, checked; null where it leaves the choice to us.
 *
 * @param id chosen by the client, which makes the creation repeatable
 * @param name a label
 * @param fileName of the upload: its extension tells the type
 * @param userMetadata JSON text of an object
 * @param place where the file is to lie; null if it does not matter
 */
public record NewAsset(
        UUID id,
        String name,
        String fileName,
        List<String> tags,
        String mimeType,
        UUID previewId,
        UUID jobId,
        String userMetadata,
        Place place) {

    /** The media type that the name of the file suggests. */
    public String typeByName() {
        return MediaTypes.byName(fileName);
    }

    /** The same with other tags, checked. */
    NewAsset withTags(List<String> others) {
        return new NewAsset(id, name, fileName, others, mimeType, previewId, jobId, userMetadata, place);
    }
}
