package dev.coffer.asset.edit;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetEvents;
import dev.coffer.asset.AssetIds;
import dev.coffer.asset.AssetRemoval;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.TagLinkRepository;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Single assets. One that the workspace does not see is 404; a public one of another owner cannot be
 * changed, 403 (comfy.md section 0.6).
 */
@ApplicationScoped
public class AssetService {
    private final AssetRepository assets;
    private final TagLinkRepository links;
    private final UserMetadata metadataRules;
    private final AssetEvents events;
    private final AssetRemoval removal;
    private final Clock clock;

    AssetService(
            AssetRepository assets,
            TagLinkRepository links,
            UserMetadata metadataRules,
            AssetEvents events,
            AssetRemoval removal,
            Clock clock) {
        this.assets = assets;
        this.links = links;
        this.metadataRules = metadataRules;
        this.events = events;
        this.removal = removal;
        this.clock = clock;
    }

    /** A checked change; what is null stays as it is. */
    record Change(@Nullable String name, @Nullable List<String> tags, @Nullable String mimeType,
            @Nullable UUID previewId, @Nullable Map<String, Object> userMetadata) {}

    /** @throws ServiceException 404 if the workspace sees no such asset */
    public Asset find(Owner owner, UUID id) {
        return assets.visible(owner, id).orElseThrow(() -> AssetIds.notFound(id));
    }

    /** Applies a change, with its event. */
    @Transactional
    public Asset update(Owner owner, UUID id, Change change) {
        Asset asset = writable(owner, id);
        if (change.name() != null) {
            asset.name = change.name();
            asset.foldedName = Text.folded(change.name());
        }
        if (change.mimeType() != null) {
            asset.mimeType = change.mimeType();
        }
        if (change.previewId() != null) {
            asset.previewId = find(owner, change.previewId()).id;
        }
        if (change.userMetadata() != null) {
            asset.userMetadata = metadataRules.replaced(asset.userMetadata, change.userMetadata());
        }
        if (change.tags() != null) {
            replaceTags(asset, change.tags());
        }
        asset.updatedAt = clock.instant();
        events.updated(asset);
        return asset;
    }

    /** Deletes the row and releases its content. */
    @Transactional
    public void delete(Owner owner, UUID id) {
        removal.remove(writable(owner, id));
    }

    /** The system's own tag is neither set nor taken away by clients, but they may send back what they have seen. */
    private void replaceTags(Asset asset, List<String> tags) {
        if (asset.tags.contains(Tags.MISSING)) {
            asset.tags = Tags.arranged(Stream.concat(tags.stream(), Stream.of(Tags.MISSING)).distinct().toList());
        } else {
            Tags.refuseReserved(tags, AssetErrorCode.RESERVED_TAG);
            asset.tags = tags;
        }
        links.replace(asset);
    }

    /**
     * The asset, locked for a change.
     *
     * @throws ServiceException 404 if it is unknown, 403 if it is not for the owner to write
     */
    Asset writable(Owner owner, UUID id) {
        return assets.locked(owner, id).orElseThrow(() -> assets.visible(owner, id).isEmpty()
                ? AssetIds.notFound(id)
                : new ServiceException(ErrorCode.FORBIDDEN,
                        "Asset " + id + " is public: only its publisher may write it."));
    }
}
