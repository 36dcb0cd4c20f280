package dev.coffer.asset.edit;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetEvents;
import dev.coffer.asset.label.TagLinkRepository;
import dev.coffer.asset.label.Tags;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Adds and removes tags of an asset. This does not change {@code updated_at}, so that lists keep their order while
 * tags change (comfy.md section 1.1). Only actual changes are events.
 */
@ApplicationScoped
class AssetTagService {
    private final AssetService assets;
    private final TagLinkRepository links;
    private final AssetEvents events;

    AssetTagService(AssetService assets, TagLinkRepository links, AssetEvents events) {
        this.assets = assets;
        this.links = links;
        this.events = events;
    }

    @Transactional
    public TagsAdded add(Owner owner, UUID id, List<String> tags) {
        Asset asset = assets.writable(owner, id);
        TreeSet<String> added = new TreeSet<>(tags);
        asset.tags.forEach(added::remove);
        TreeSet<String> present = new TreeSet<>(tags);
        present.removeAll(added);
        TreeSet<String> total = new TreeSet<>(asset.tags);
        total.addAll(added);
        keep(asset, total);
        return new TagsAdded(List.copyOf(added), List.copyOf(present), List.copyOf(total));
    }

    @Transactional
    public TagsRemoved remove(Owner owner, UUID id, List<String> tags) {
        Asset asset = assets.writable(owner, id);
        TreeSet<String> removed = new TreeSet<>(tags);
        removed.retainAll(asset.tags);
        TreeSet<String> absent = new TreeSet<>(tags);
        absent.removeAll(removed);
        TreeSet<String> total = new TreeSet<>(asset.tags);
        total.removeAll(removed);
        keep(asset, total);
        return new TagsRemoved(List.copyOf(removed), List.copyOf(absent), List.copyOf(total));
    }

    private void keep(Asset asset, Collection<String> tags) {
        if (tags.size() != asset.tags.size()) {
            asset.tags = Tags.of(tags);
            links.replace(asset);
            events.updated(asset);
        }
    }

    /** What adding tags came to; all lists are alphabetical. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "TagsAdded")
    record TagsAdded(
            @Schema(required = true, description = "Tags that are new to the asset") List<String> added,
            @Schema(required = true, description = "Tags that it had before") List<String> alreadyPresent,
            @Schema(required = true, description = "All tags that it has now") List<String> totalTags) {}

    /** What removing tags came to; all lists are alphabetical. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "TagsRemoved")
    record TagsRemoved(
            @Schema(required = true, description = "Tags that the asset has lost") List<String> removed,
            @Schema(required = true, description = "Tags that it did not have") List<String> notPresent,
            @Schema(required = true, description = "All tags that it has now") List<String> totalTags) {}
}
