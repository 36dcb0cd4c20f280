package dev.coffer.asset.create;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.KnownContent;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the open-source server does with new assets and Cloud does not (comfy.md sections 2.2, 2.3 and 6); followed
 * with {@code coffer.assets.compat=oss}.
 */
@ApplicationScoped
public class OpenSourceRules {
    private static final Set<String> DESTINATIONS = Set.of("input", Tags.MODELS, "output");
    private static final String MODEL_TYPE = "model_type:";

    private final AssetConfig config;
    private final AssetRepository assets;
    private final KnownContent contents;

    OpenSourceRules(AssetConfig config, AssetRepository assets, KnownContent contents) {
        this.config = config;
        this.assets = assets;
        this.contents = contents;
    }

    public boolean apply() {
        return config.compat() == AssetConfig.Compat.OSS;
    }

    /** Whether a hash is believed without a look at the file that comes behind it. */
    public boolean believe(Caller caller, String hash) {
        return apply() && hash != null && Hashes.isBlake3(hash) && contents.visible(caller, hash);
    }

    /** Ids are not for clients to choose. @throws ServiceException {@code UNSUPPORTED_FIELD}, 400 */
    public NewAsset checked(NewAsset wanted) {
        if (apply() && wanted.id() != null) {
            throw new ServiceException(AssetErrorCode.UNSUPPORTED_FIELD, "id is not supported.", Map.of("field", "id"));
        }
        return wanted;
    }

    /** New bytes need one destination among their tags, and get a tag that says where they came from. */
    public NewAsset placed(Owner owner, NewAsset wanted, String hash) {
        checked(wanted);
        if (!apply() || assets.hasContent(owner, hash)) {
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
}
