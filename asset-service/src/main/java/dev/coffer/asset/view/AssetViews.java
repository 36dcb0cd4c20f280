package dev.coffer.asset.view;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetKey;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.Previewed;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the JSON objects of assets, with their preview links. */
@ApplicationScoped
public class AssetViews {
    private final AssetRepository assets;
    private final PreviewLinks links;

    AssetViews(AssetRepository assets, PreviewLinks links) {
        this.assets = assets;
        this.links = links;
    }

    public AssetView of(Owner viewer, Asset asset) {
        return of(viewer, List.of(asset)).getFirst();
    }

    /** Views in the order of the rows; previews are looked up all at once. */
    public List<AssetView> of(Owner viewer, List<Asset> rows) {
        Map<AssetKey, Previewed> previews = previews(viewer, rows);
        return rows.stream().map(row -> view(row, shown(row, previews))).toList();
    }

    /** @param shown the asset whose content is the preview of this one, if there is one */
    private AssetView view(Asset row, @Nullable Previewed shown) {
        return shown == null
                ? AssetView.of(row, null, null)
                : AssetView.of(row, links.to(shown), links.toThumbnail(shown));
    }

    private Map<AssetKey, Previewed> previews(Owner viewer, List<Asset> rows) {
        Set<UUID> ids = rows.stream().map(row -> row.previewId).filter(Objects::nonNull).collect(Collectors.toSet());
        Map<AssetKey, Previewed> found = new HashMap<>();
        if (!ids.isEmpty()) {
            assets.previewed(viewer, ids).forEach(preview -> found.put(preview.key(), preview));
        }
        return found;
    }

    private static @Nullable Previewed shown(Asset row, Map<AssetKey, Previewed> previews) {
        if (row.previewId == null) {
            return PreviewLinks.showsItself(row) ? Previewed.of(row) : null;
        }
        String everybody = Owner.everybody(row.tenant).key();
        Previewed shared = previews.get(new AssetKey(row.tenant, everybody, row.previewId));
        return previews.getOrDefault(new AssetKey(row.tenant, row.owner, row.previewId), shared);
    }
}
