package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.form.FormIntake;
import dev.coffer.asset.form.FormIntake.FormFile;
import dev.coffer.asset.form.MultipartReader;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes classic uploads: any media, under a name of our choice (comfy.md section 4.1). */
@ApplicationScoped
class ImageUploadService {
    static final String FILE = "image";

    private final FormIntake intake;
    private final References references;
    private final FolderTransactions files;

    ImageUploadService(FormIntake intake, References references, FolderTransactions files) {
        this.intake = intake;
        this.references = references;
        this.files = files;
    }

    /**
     * Keeps the file of a form.
     *
     * @throws TruncatedBodyException if the client did not send all of it; nothing is kept then
     */
    StoredUpload upload(Caller caller, Owner owner, MultipartReader parts) throws TruncatedBodyException {
        UploadFields fields = new UploadFields();
        FormFile file = intake.receive(owner, parts, FILE, fields::put).orElseThrow(ImageUploadService::missing);
        return references.releaseOnFailure(file.content().ref(), owner, () -> {
            String name = UploadedFileName.checked(file.name());
            Asset asset = files.keep(caller, owner, new IncomingFile(name, null, false, fields, file.content()));
            return new StoredUpload(asset, name, fields.place(), null);
        });
    }

    static ServiceException missing() {
        return new ServiceException(AssetErrorCode.MISSING_FILE, "Form must include an 'image' part with a file.");
    }
}
