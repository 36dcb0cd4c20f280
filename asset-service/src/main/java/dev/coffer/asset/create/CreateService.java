package dev.coffer.asset.create;

import dev.coffer.asset.create.NewAsset.Reuse;
import dev.coffer.asset.intake.LinkedContent;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.name.Hashes;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The one way to a new asset, for every dialect of HTTP: its content is stored or linked first, then one transaction
 * creates it as it is wanted (comfy.md sections 2.2 and 2.3).
 */
@ApplicationScoped
public class CreateService {
    private final AssetFactory factory;
    private final AssetTransactions transactions;
    private final References references;
    private final LinkedContent contents;
    private final Dialect dialect;

    CreateService(
            AssetFactory factory,
            AssetTransactions transactions,
            References references,
            LinkedContent contents,
            Dialect dialect) {
        this.factory = factory;
        this.transactions = transactions;
        this.references = references;
        this.contents = contents;
        this.dialect = dialect;
    }

    /**
     * Out of content that was stored for it; after a refusal nothing of it is left.
     *
     * @param wanted may refuse the content with a {@link ServiceException}
     */
    public Created create(Caller caller, Owner owner, NewContent content, Supplier<NewAsset> wanted) {
        return references.releaseOnFailure(
                content.ref(), owner, () -> create(caller, owner, content, wanted.get()));
    }

    /** The same; after a refusal it is the caller who releases the content. */
    public Created create(Caller caller, Owner owner, NewContent content, NewAsset wanted) {
        return transactions.create(factory.row(caller, owner, wanted, content), wanted);
    }

    /** Out of a known hash; empty if the content is unknown, or known only to others. */
    public Optional<Created> fromHash(Caller caller, Owner owner, String hash, NewAsset wanted) {
        return existing(owner, hash, wanted).or(() -> linked(caller, owner, hash, wanted));
    }

    private Optional<Created> existing(Owner owner, String hash, NewAsset wanted) {
        return wanted.reuse() == Reuse.EQUAL_BYTES && dialect.reusesAssets() && Hashes.isBlake3(hash)
                ? transactions.reuse(owner, wanted, hash)
                : Optional.empty();
    }

    private Optional<Created> linked(Caller caller, Owner owner, String hash, NewAsset wanted) {
        UUID ref = Ids.next();
        Optional<StoredBlob> blob = contents.link(ref, owner, hash, caller);
        return blob.map(known -> create(caller, owner, new NewContent(ref, known), () -> wanted));
    }
}
