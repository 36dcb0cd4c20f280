package dev.coffer.asset.v2;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.Asset;
import dev.coffer.asset.create.AssetFactory;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.LinkedContent;
import dev.coffer.asset.create.NewContent;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.FormIntake;
import dev.coffer.asset.form.MultipartReader;
import dev.coffer.asset.form.StoredFile;
import dev.coffer.asset.v2.Minting.Minted;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/** Mints assets: from bytes, and from content that is there. */
@ApplicationScoped
class CreateV2Service {
    private static final String FILE = "file";

    private final FormIntake intake;
    private final References references;
    private final AssetFactory factory;
    private final Minting minting;
    private final IdempotencyKeys keys;
    private final LinkedContent contents;
    private final ObjectMapper json;

    CreateV2Service(
            FormIntake intake,
            References references,
            AssetFactory factory,
            Minting minting,
            IdempotencyKeys keys,
            LinkedContent contents,
            ObjectMapper json) {
        this.intake = intake;
        this.references = references;
        this.factory = factory;
        this.minting = minting;
        this.keys = keys;
        this.contents = contents;
        this.json = json;
    }

    /**
     * From a form.
     *
     * @param key the Idempotency-Key, or null
     * @throws IOException if the client did not send all of it; nothing is kept then
     */
    Created upload(Caller caller, Owner owner, MultipartReader parts, String key) throws IOException {
        keys.refuseUsed(owner, key);
        UploadV2Form form = new UploadV2Form(json);
        StoredFile file = intake.receive(owner, parts, FILE, form::put)
                .orElseThrow(() -> new ServiceException(AssetErrorCode.MISSING_FILE, "The form must have a part 'file'."));
        return references.releaseOnFailure(file.content().ref(), owner, () -> {
            MintRequest wanted = form.request(file.content().blob());
            return minting.mint(row(caller, owner, wanted, file.content(), true), key);
        });
    }

    /** From a hash; empty if the content is unknown, or known only to others. */
    Optional<Minted> fromHash(Caller caller, Owner owner, String hash, MintRequest wanted) {
        UUID ref = Ids.next();
        Optional<StoredBlob> blob = contents.link(ref, owner, hash, caller);
        return blob.map(known -> references.releaseOnFailure(ref, owner, () ->
                minting.mintOnce(row(caller, owner, wanted, new NewContent(ref, known), false))));
    }

    private Asset row(Caller caller, Owner owner, MintRequest wanted, NewContent content, boolean uploaded) {
        Asset row = factory.row(caller, owner, wanted.wanted(uploaded), content);
        row.dedupKey = null;
        row.filePath = wanted.filePath();
        row.expiresAt = wanted.life() == null ? null : row.createdAt.plus(wanted.life());
        return row;
    }
}
