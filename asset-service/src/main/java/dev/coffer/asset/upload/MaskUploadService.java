package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.file.FileService;
import dev.coffer.asset.form.FormIntake;
import dev.coffer.asset.form.FormIntake.FormFile;
import dev.coffer.asset.form.MultipartReader;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.mask.MaskLayer;
import dev.coffer.asset.mask.MaskLayerRepository;
import dev.coffer.asset.mask.MaskMetadata;
import dev.coffer.common.blobclient.ContentReference;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonReader;
import dev.coffer.common.time.Ids;
import dev.coffer.rendering.picture.MaskComposer;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes masks: what is kept is the original with the opacity of the mask (comfy.md section 4.2). The mask itself is
 * in the store only while that is made.
 */
@ApplicationScoped
class MaskUploadService {
    private static final String PNG = "image/png";

    private final FormIntake intake;
    private final FileService files;
    private final MaskComposer composer;
    private final FolderTransactions uploads;
    private final References references;
    private final MaskLayerRepository layers;
    private final JsonReader json;

    MaskUploadService(
            FormIntake intake,
            FileService files,
            MaskComposer composer,
            FolderTransactions uploads,
            References references,
            MaskLayerRepository layers,
            JsonReader json) {
        this.intake = intake;
        this.files = files;
        this.composer = composer;
        this.uploads = uploads;
        this.references = references;
        this.layers = layers;
        this.json = json;
    }

    /**
     * Makes a masked image out of a form.
     *
     * @throws TruncatedBodyException if the client did not send all of it
     */
    StoredUpload upload(Caller caller, Owner owner, MultipartReader parts) throws TruncatedBodyException {
        UploadFields fields = new UploadFields();
        FormFile mask = intake.receive(owner, parts, ImageUploadService.FILE, fields::put)
                .orElseThrow(ImageUploadService::missing);
        try {
            String name = UploadedFileName.checked(asPng(UploadedFileName.checked(mask.name())));
            Asset original = files.find(owner, OriginalRef.target(json, fields.originalRef()));
            NewContent masked = masked(owner, original, mask.content());
            return references.releaseOnFailure(
                    masked.ref(), owner, () -> kept(caller, owner, name, original, masked, fields));
        } finally {
            references.release(mask.content().ref(), owner);
        }
    }

    private NewContent masked(Owner owner, Asset original, NewContent mask) {
        UUID ref = Ids.next();
        try {
            StoredBlob blob = composer.compose(original.content(),
                    new ContentReference(mask.ref(), owner, mask.blob().size()), ref, owner);
            return new NewContent(ref, blob, mask.image(), Optional.empty());
        } catch (IOException e) {
            // Not the client's: its form has been read.
            throw new UncheckedIOException(e);
        }
    }

    private StoredUpload kept(
            Caller caller, Owner owner, String name, Asset original, NewContent masked, UploadFields fields) {
        IncomingFile file = new IncomingFile(name, PNG, true, fields, masked);
        Asset asset = uploads.keep(caller, owner, file);
        MaskLayer.Of layer = file.layer(asset).orElseThrow();
        MaskMetadata metadata =
                MaskMetadata.of(original.hash, layer.layer(), layers.of(asset.key(), layer.drawing()));
        return new StoredUpload(asset, name, fields.place(), metadata);
    }

    private static String asPng(String name) {
        return name.endsWith(".png") ? name : name.replaceFirst("\\.[^.]*$", "") + ".png";
    }
}
