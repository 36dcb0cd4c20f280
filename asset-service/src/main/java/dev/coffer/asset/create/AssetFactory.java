package dev.coffer.asset.create;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.image.ImageFacts;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.name.Hashes;
import dev.coffer.asset.name.Place;
import dev.coffer.common.content.MediaTypes;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.text.Text;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills the rows of new assets, defaults included (comfy.md sections 2.2 and 2.3). */
@ApplicationScoped
public class AssetFactory {
    private final AssetRepository assets;
    private final UserMetadata metadataRules;
    private final Dialect dialect;
    private final Clock clock;

    AssetFactory(AssetRepository assets, UserMetadata metadataRules, Dialect dialect, Clock clock) {
        this.assets = assets;
        this.metadataRules = metadataRules;
        this.dialect = dialect;
        this.clock = clock;
    }

    /** A row for this content as the client wants it; nothing is written yet. */
    public Asset row(Caller caller, Owner owner, NewAsset wanted, NewContent content) {
        Asset row = new Asset();
        row.tenant = owner.tenant();
        row.owner = owner.key();
        row.id = wanted.id() == null ? Ids.next() : wanted.id();
        row.contentRef = content.ref();
        row.size = content.blob().size();
        row.hash = content.blob().blake3();
        row.sha256 = content.blob().sha256();
        row.reusable = wanted.reuse().offered() && dialect.reusesAssets();
        row.name = wanted.name() == null ? Hashes.digits(row.hash) : wanted.name();
        row.foldedName = Text.folded(row.name);
        row.tags = wanted.tags();
        row.previewId = seen(owner, wanted.previewId());
        row.jobId = wanted.jobId();
        row.userMetadata = wanted.userMetadata();
        row.filePath = wanted.filePath();
        row.put(place(wanted), row.name);
        row.createdBy = caller.subject();
        row.createdAt = clock.instant();
        row.updatedAt = row.createdAt;
        row.lastAccessTime = row.createdAt;
        row.expiresAt = wanted.life() == null ? null : row.createdAt.plus(wanted.life());
        describe(row, caller, wanted, content);
        return row;
    }

    private Place place(NewAsset wanted) {
        return wanted.place() == null
                ? Place.of(wanted.tags(), metadataRules.subfolder(wanted.userMetadata()))
                : wanted.place();
    }

    /** An unknown preview is dropped, not refused. */
    private @Nullable UUID seen(Owner owner, @Nullable UUID previewId) {
        return previewId == null || assets.visible(owner, previewId).isEmpty() ? null : previewId;
    }

    private void describe(Asset row, Caller caller, NewAsset wanted, NewContent content) {
        Optional<Asset> sibling =
                wanted.fileName() == null ? assets.sibling(caller.owners(), row.hash) : Optional.empty();
        row.metadata = content.image().map(ImageFacts::metadata)
                .or(() -> sibling.map(known -> known.metadata))
                .orElse("{}");
        String named = wanted.fileName() == null ? row.name : wanted.fileName();
        row.mimeType = Optional.ofNullable(wanted.mimeType())
                .or(() -> MediaTypes.ofName(named))
                .or(() -> sibling.map(known -> known.mimeType))
                .or(content::mediaType)
                .orElse(MediaTypes.UNKNOWN);
    }
}
