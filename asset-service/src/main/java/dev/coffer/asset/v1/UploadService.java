package dev.coffer.asset.v1;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.Publishing;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.create.OpenSourceRules;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.FormIntake;
import dev.coffer.asset.form.MultipartReader;
import dev.coffer.asset.form.StoredFile;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Optional;

/** Takes uploads: the row is written when the form is complete. */
@ApplicationScoped
class UploadService {
    private static final String FILE = "file";

    private final FormIntake intake;
    private final References references;
    private final CreateService creations;
    private final OpenSourceRules openSource;
    private final Publishing publishing;
    private final UserMetadata metadataRules;
    private final ObjectMapper json;

    UploadService(
            FormIntake intake,
            References references,
            CreateService creations,
            OpenSourceRules openSource,
            Publishing publishing,
            UserMetadata metadataRules,
            ObjectMapper json) {
        this.intake = intake;
        this.references = references;
        this.creations = creations;
        this.openSource = openSource;
        this.publishing = publishing;
        this.metadataRules = metadataRules;
        this.json = json;
    }

    /** Creates an asset from a form. @throws IOException if the client did not send all of it; nothing is kept then */
    Created upload(Caller caller, Owner workspace, MultipartReader parts) throws IOException {
        UploadForm form = new UploadForm(json, metadataRules);
        Optional<StoredFile> received = intake.receive(() -> whoseFile(caller, workspace, form), parts, FILE, form::put);
        Owner owner = publishing.creator(caller, workspace, form.isPublic());
        if (received.isEmpty()) {
            return announced(caller, owner, form);
        }
        StoredFile file = received.get();
        return references.releaseOnFailure(file.content().ref(), owner, () -> {
            compare(form.hash(), file.content().blob());
            NewAsset wanted = openSource.placed(owner, form.wanted(file.name()), file.content().blob().hash());
            return creations.fromUpload(caller, owner, wanted, file.content());
        });
    }

    private Optional<Owner> whoseFile(Caller caller, Owner workspace, UploadForm form) {
        form.fileBegins();
        Owner owner = publishing.creator(caller, workspace, form.isPublic());
        return openSource.believe(caller, form.hash()) ? Optional.empty() : Optional.of(owner);
    }

    private Created announced(Caller caller, Owner owner, UploadForm form) {
        return Optional.ofNullable(form.hash())
                .flatMap(hash -> creations.announced(caller, owner, openSource.checked(form.wanted(null)), hash))
                .orElseThrow(() -> new ServiceException(
                        AssetErrorCode.MISSING_FILE, "Form must include a 'file' part or a known 'hash'."));
    }

    private static void compare(String expected, StoredBlob stored) {
        if (expected != null && !expected.equals(stored.hash()) && !expected.equals(stored.sha256())) {
            throw new ServiceException(
                    AssetErrorCode.HASH_MISMATCH, "Uploaded file hash does not match provided hash.");
        }
    }
}
