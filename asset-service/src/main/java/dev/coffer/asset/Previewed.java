package dev.coffer.asset;

import dev.coffer.asset.name.ContentName;
import java.util.UUID;

/** What links to the content of an asset are made of: not the whole of it, which can be large, for a list has many. */
public record Previewed(String tenant, String owner, UUID id, String fileType, String hash, String fileName,
        String mimeType, String metadata) {

    public static Previewed of(Asset asset) {
        return new Previewed(asset.tenant, asset.owner, asset.id, asset.fileType, asset.hash, asset.fileName,
                asset.mimeType, asset.metadata);
    }

    public AssetKey key() {
        return new AssetKey(tenant, owner, id);
    }

    /** The file name that the API gives to its content. */
    public String contentName() {
        return ContentName.of(hash, fileName, mimeType);
    }
}
