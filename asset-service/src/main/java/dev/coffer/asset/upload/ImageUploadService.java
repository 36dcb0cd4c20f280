package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Tags;
import dev.coffer.asset.UserMetadata;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.FormIntake;
import dev.coffer.asset.create.MultipartReader;
import dev.coffer.asset.create.StoredFile;
import dev.coffer.asset.create.Wanted;
import dev.coffer.common.blob.References;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes uploads of older clients: any media, under a name of our choice (comfy.md section 4.1). */
@ApplicationScoped
class ImageUploadService {
    static final String FILE = "image";
    private static final String UPLOADED = "uploaded";
    private static final String SUBFOLDER = "subfolder";
    /** Folders of the front end that are worth a tag (comfy.md section 1.3). */
    private static final Set<String> TAGGED_FOLDERS = Set.of("pasted", "webcam", "painter", "3d", "threed");

    private final FormIntake intake;
    private final References references;
    private final CreateService creations;
    private final MaskLayers layers;
    private final UserMetadata metadataRules;

    ImageUploadService(
            FormIntake intake,
            References references,
            CreateService creations,
            MaskLayers layers,
            UserMetadata metadataRules) {
        this.intake = intake;
        this.references = references;
        this.creations = creations;
        this.layers = layers;
        this.metadataRules = metadataRules;
    }

    /** Keeps the file of a form. @throws IOException if the client did not send all of it; nothing is kept then */
    Upload upload(Caller caller, Owner owner, MultipartReader parts) throws IOException {
        UploadFields fields = new UploadFields();
        StoredFile file = intake.receive(owner, parts, FILE, fields::put).orElseThrow(ImageUploadService::missing);
        return references.keptUnlessRefused(file.content().ref(), () -> {
            Wanted wanted = wanted(FileNames.checked(file.name()), null, fields);
            Asset asset = creations.fromUpload(caller, owner, wanted, file.content()).asset();
            MaskLayer.named(wanted.name()).ifPresent(layer -> layers.note(asset.key(), layer));
            return new Upload(asset, wanted.name(), fields, null);
        });
    }

    /** The asset that a file becomes. @param mimeType null: the extension tells it */
    Wanted wanted(String name, String mimeType, UploadFields fields) {
        List<String> tags = new ArrayList<>(List.of(fields.type().tag(), UPLOADED));
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of(UserMetadata.FILENAME, name));
        if (!fields.subfolder().isEmpty()) {
            metadata.put(SUBFOLDER, fields.subfolder());
        }
        if (TAGGED_FOLDERS.contains(fields.subfolder())) {
            tags.add(fields.subfolder());
        }
        return new Wanted(null, name, name, Tags.of(tags), mimeType, null, fields.jobId(), metadataRules.text(metadata),
                fields.type().tag() + "/" + fields.subfolder());
    }

    static ServiceException missing() {
        return new ServiceException(ErrorCode.MISSING_FILE, "Form must include an 'image' part with a file.");
    }
}
