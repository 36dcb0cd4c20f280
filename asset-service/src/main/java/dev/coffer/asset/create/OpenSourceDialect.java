package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.ContentLookup;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * As the open-source server does it (comfy.md sections 2.2, 2.3 and 6): every upload and every from-hash makes an
 * asset.
 */
final class OpenSourceDialect implements Dialect {
    private static final Set<String> DESTINATIONS = Set.of("input", Tags.MODELS, "output");
    private static final String MODEL_TYPE = "model_type:";

    private final AssetRepository assets;
    private final ContentLookup contents;

    OpenSourceDialect(AssetRepository assets, ContentLookup contents) {
        this.assets = assets;
        this.contents = contents;
    }

    @Override
    public boolean reusesAssets() {
        return false;
    }

    @Override
    public boolean fetchesUploads() {
        return false;
    }

    @Override
    public boolean requiresTags() {
        return false;
    }

    @Override
    public boolean trustsHash(Caller caller, @Nullable String hash) {
        return hash != null && Hashes.isBlake3(hash) && contents.visible(caller, hash);
    }

    /** Ids are not for clients to choose: {@code UNSUPPORTED_FIELD}. */
    @Override
    public NewAsset checked(NewAsset wanted) {
        if (wanted.id() != null) {
            throw new ServiceException(AssetErrorCode.UNSUPPORTED_FIELD, "id is not supported.", Map.of("field", "id"));
        }
        return wanted;
    }

    /** New bytes need one destination among their tags, and get a tag that says where they came from. */
    @Override
    public NewAsset uploaded(Owner owner, NewAsset wanted, String hash) {
        checked(wanted);
        if (assets.hasContent(owner, hash)) {
            return wanted;
        }
        List<String> tags = wanted.tags();
        if (tags.stream().filter(DESTINATIONS::contains).count() != 1) {
            throw ServiceException.invalidBody("tags", "must have exactly one of input, models, output");
        }
        if (tags.contains(Tags.MODELS) && tags.stream().filter(tag -> tag.startsWith(MODEL_TYPE)).count() != 1) {
            throw ServiceException.invalidBody("tags", "must have exactly one model_type:<folder> beside models");
        }
        return wanted.withTags(Tags.of(Stream.concat(tags.stream(), Stream.of(Tags.UPLOADED)).distinct().toList()));
    }

    @Override
    public boolean answersCreated(Created madeOfHash) {
        return true;
    }

    @Override
    public boolean callsNew(Created madeOfHash) {
        return false;
    }

    /** The one in its folder, which front ends expect to find again (comfy.md section 4.1). */
    @Override
    public String fileName(Asset asset, String called) {
        return asset.fileName;
    }
}
