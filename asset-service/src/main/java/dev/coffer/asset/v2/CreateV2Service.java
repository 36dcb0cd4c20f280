package dev.coffer.asset.v2;

import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.IdempotencyKeyRepository;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.FormIntake;
import dev.coffer.asset.form.FormIntake.FormFile;
import dev.coffer.asset.form.MultipartReader;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** New assets as version 2 of the API describes them: every upload is one. */
@ApplicationScoped
class CreateV2Service {
    private static final String FILE = "file";

    private final FormIntake intake;
    private final CreateService creations;
    private final IdempotencyKeyRepository keys;
    private final JsonReader json;

    CreateV2Service(FormIntake intake, CreateService creations, IdempotencyKeyRepository keys, JsonReader json) {
        this.intake = intake;
        this.creations = creations;
        this.keys = keys;
        this.json = json;
    }

    /**
     * Creates an asset from a form.
     *
     * @param idempotencyKey of the request, if it has one
     * @throws TruncatedBodyException if the client did not send all of it; nothing is kept then
     */
    Created upload(Caller caller, Owner owner, MultipartReader parts, @Nullable String idempotencyKey)
            throws TruncatedBodyException {
        keys.refuseUsed(owner, idempotencyKey);
        UploadV2Form form = new UploadV2Form(json);
        FormFile file = intake.receive(owner, parts, FILE, form::put)
                .orElseThrow(
                        () -> new ServiceException(AssetErrorCode.MISSING_FILE, "The form must have a part 'file'."));
        return creations.create(caller, owner, file.content(),
                () -> form.wanted(file.content().blob(), idempotencyKey));
    }

    /**
     * Creates an asset out of content that is there, unless the owner has the same reference already.
     *
     * @throws ServiceException 404 if the caller sees no such content
     */
    Created fromHash(Caller caller, Owner owner, FromHashV2Request request) {
        NewAsset wanted = request.checked();
        String hash = Objects.requireNonNull(request.hash(), "checked");
        return creations.fromHash(caller, owner, hash, wanted).orElseThrow(() -> new ServiceException(
                AssetErrorCode.BLOB_NOT_FOUND, "There is no content with this hash that you may use."));
    }
}
