package dev.coffer.asset.create;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** Makes assets out of content that blob-service has (comfy.md sections 2.2 and 2.3). */
@ApplicationScoped
public class CreateService {
    private final AssetFactory factory;
    private final AssetTransactions creation;
    private final References references;
    private final LinkedContent contents;
    private final AssetConfig config;

    CreateService(
            AssetFactory factory,
            AssetTransactions creation,
            References references,
            LinkedContent contents,
            AssetConfig config) {
        this.factory = factory;
        this.creation = creation;
        this.references = references;
        this.contents = contents;
        this.config = config;
    }

    /** After an upload. */
    public Created fromUpload(Caller caller, Owner owner, NewAsset wanted, NewContent content) {
        return creation.create(factory.row(caller, owner, wanted, content), wanted);
    }

    /** After an upload that becomes an asset of its own, whoever has its bytes. */
    public Created anew(Caller caller, Owner owner, NewAsset wanted, NewContent content) {
        return creation.add(factory.row(caller, owner, wanted, content));
    }

    /** From a known hash; empty if the content is unknown, or known only to others. */
    public Optional<Created> fromHash(Caller caller, Owner owner, NewAsset wanted, String hash) {
        return existing(owner, wanted, hash).or(() -> linked(caller, owner, wanted, hash));
    }

    /** An upload that only names the hash of its file: never new. */
    public Optional<Created> announced(Caller caller, Owner owner, NewAsset wanted, String hash) {
        return fromHash(caller, owner, wanted, hash).map(created -> new Created(created.asset(), false));
    }

    private Optional<Created> existing(Owner owner, NewAsset wanted, String hash) {
        return open() || !Hashes.isBlake3(hash) ? Optional.empty() : creation.reuse(owner, wanted, hash);
    }

    private Optional<Created> linked(Caller caller, Owner owner, NewAsset wanted, String hash) {
        UUID ref = Ids.next();
        Optional<StoredBlob> blob = contents.link(ref, owner, hash, caller);
        return blob.map(known -> references.releaseOnFailure(
                ref, owner, () -> fromUpload(caller, owner, wanted, new NewContent(ref, known))));
    }

    private boolean open() {
        return config.compat() == AssetConfig.Compat.OSS;
    }
}
