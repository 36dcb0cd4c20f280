package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.common.http.MediaTypes;
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
public record Wanted(
        UUID id,
        String name,
        String fileName,
        List<String> tags,
        String mimeType,
        UUID previewId,
        UUID jobId,
        String userMetadata,
        Place place) {

    /** No wish at all: whatever has the content will do. */
    static final Wanted ANY = new Wanted(null, null, null, List.of(), null, null, null, null, null);

    /** Whether an asset with the right content is what is wanted; a job has what it made as assets of its own. */
    boolean isMetBy(Asset asset) {
        return (place == null || place.has(asset)) && (jobId == null || jobId.equals(asset.jobId));
    }

    /** What equal wishes for this content have in common, where the asset that has it does not meet them. */
    String dedupKey(String hash) {
        return hash + (place == null ? "" : " in " + place) + (jobId == null ? "" : " by " + jobId);
    }

    /** The media type that the name of the file suggests. */
    public String typeByName() {
        return MediaTypes.byName(fileName);
    }

    /** The same with other tags, checked. */
    Wanted withTags(List<String> others) {
        return new Wanted(id, name, fileName, others, mimeType, previewId, jobId, userMetadata, place);
    }
}
