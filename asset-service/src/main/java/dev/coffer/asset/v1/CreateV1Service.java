package dev.coffer.asset.v1;

import dev.coffer.asset.Publishing;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.Dialect;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.FormIntake;
import dev.coffer.asset.form.FormIntake.FormFile;
import dev.coffer.asset.form.MultipartReader;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** New assets as version 1 of the API describes them: the row is written when the form is complete. */
@ApplicationScoped
class CreateV1Service {
    private static final String FILE = "file";

    private final FormIntake intake;
    private final CreateService creations;
    private final Dialect dialect;
    private final Publishing publishing;
    private final UserMetadata metadataRules;
    private final JsonReader json;

    CreateV1Service(
            FormIntake intake,
            CreateService creations,
            Dialect dialect,
            Publishing publishing,
            UserMetadata metadataRules,
            JsonReader json) {
        this.intake = intake;
        this.creations = creations;
        this.dialect = dialect;
        this.publishing = publishing;
        this.metadataRules = metadataRules;
        this.json = json;
    }

    /**
     * Creates an asset from a form.
     *
     * @throws TruncatedBodyException if the client did not send all of it; nothing is kept then
     */
    Created upload(Caller caller, Owner workspace, MultipartReader parts) throws TruncatedBodyException {
        UploadForm form = new UploadForm(json, metadataRules);
        Optional<FormFile> received = intake.receive(() -> fileOwner(caller, workspace, form), parts, FILE, form::put);
        Owner owner = publishing.creator(caller, workspace, form.isPublic());
        if (received.isEmpty()) {
            return announced(caller, owner, form);
        }
        FormFile file = received.get();
        StoredBlob blob = file.content().blob();
        return creations.create(caller, owner, file.content(), () -> {
            requireExpected(form.hash(), blob);
            return dialect.uploaded(owner, form.wanted(file.name()), blob.blake3());
        });
    }

    /**
     * Creates an asset out of content that is there.
     *
     * @throws ServiceException 404 if the caller sees no such content
     */
    Created fromHash(Caller caller, Owner workspace, FromHashRequest request) {
        NewAsset wanted = request.checked(metadataRules, dialect.requiresTags());
        Owner owner = publishing.creator(caller, workspace, Boolean.TRUE.equals(request.isPublic()));
        String hash = Objects.requireNonNull(request.hash(), "checked");
        return creations.fromHash(caller, owner, hash, wanted).orElseThrow(() -> new ServiceException(
                AssetErrorCode.ASSET_NOT_FOUND, "Asset content " + hash + " does not exist", Map.of("hash", hash)));
    }

    /**
     * The owner for whom the file of a form is stored; empty if the stated hash is trusted, so that the file is not
     * read.
     */
    private Optional<Owner> fileOwner(Caller caller, Owner workspace, UploadForm form) {
        form.fileBegins();
        Owner owner = publishing.creator(caller, workspace, form.isPublic());
        return dialect.trustsHash(caller, form.hash()) ? Optional.empty() : Optional.of(owner);
    }

    /** A form that only names the hash of its file: never new. */
    private Created announced(Caller caller, Owner owner, UploadForm form) {
        return Optional.ofNullable(form.hash())
                .flatMap(hash -> creations.fromHash(caller, owner, hash, dialect.checked(form.wanted(null))))
                .map(created -> new Created(created.asset(), created.added(), false))
                .orElseThrow(() -> new ServiceException(
                        AssetErrorCode.MISSING_FILE, "Form must include a 'file' part or a known 'hash'."));
    }

    private static void requireExpected(@Nullable String hash, StoredBlob stored) {
        if (hash != null && !hash.equals(stored.hash()) && !hash.equals(stored.sha256())) {
            throw new ServiceException(
                    AssetErrorCode.HASH_MISMATCH, "Uploaded file hash does not match provided hash.");
        }
    }
}
