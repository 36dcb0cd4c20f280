package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.name.ContentName;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import org.jspecify.annotations.Nullable;

/** As Comfy Cloud does it. */
final class CloudDialect implements Dialect {
    @Override
    public boolean reusesAssets() {
        return true;
    }

    @Override
    public boolean fetchesUploads() {
        return true;
    }

    @Override
    public boolean requiresTags() {
        return true;
    }

    @Override
    public boolean trustsHash(Caller caller, @Nullable String hash) {
        return false;
    }

    @Override
    public NewAsset checked(NewAsset wanted) {
        return wanted;
    }

    @Override
    public NewAsset uploaded(Owner owner, NewAsset wanted, String hash) {
        return wanted;
    }

    @Override
    public boolean answersCreated(Created madeOfHash) {
        return madeOfHash.createdNew();
    }

    @Override
    public boolean callsNew(Created madeOfHash) {
        return madeOfHash.createdNew();
    }

    /** Made of the hash, so that it means this content for ever. */
    @Override
    public String fileName(Asset asset, String called) {
        return ContentName.of(asset.hash, called, asset.mimeType);
    }
}
