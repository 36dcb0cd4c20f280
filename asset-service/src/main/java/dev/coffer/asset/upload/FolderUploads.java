package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.Tags;
import dev.coffer.asset.UserMetadata;
import dev.coffer.asset.create.AssetCreation;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.NewContent;
import dev.coffer.asset.create.Place;
import dev.coffer.asset.create.Wanted;
import dev.coffer.asset.file.FileService;
import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.database.NamedLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes assets of older uploads, which lie in folders under names: a name that is taken there gets a number
 * (comfy.md section 4.1).
 */
@ApplicationScoped
class FolderUploads {
    private static final String UPLOADED = "uploaded";
    /** Folders of the front end that are worth a tag (comfy.md section 1.3). */
    private static final Set<String> TAGGED_FOLDERS = Set.of("pasted", "webcam", "painter", "3d", "threed");

    private final FileService files;
    private final UploadedNames names;
    private final CreateService creations;
    private final AssetCreation creation;
    private final NamedLocks locks;
    private final UserMetadata metadataRules;

    FolderUploads(
            FileService files,
            UploadedNames names,
            CreateService creations,
            AssetCreation creation,
            NamedLocks locks,
            UserMetadata metadataRules) {
        this.files = files;
        this.names = names;
        this.creations = creations;
        this.creation = creation;
        this.locks = locks;
        this.metadataRules = metadataRules;
    }

    /**
     * The asset of a file. The same content under the same name is the asset that is there; another content takes the
     * name over only if it is told to.
     *
     * @param mimeType null: the extension tells it
     */
    @Transactional
    public Asset keep(
            Caller caller, Owner owner, String name, String mimeType, UploadFields fields, NewContent content) {
        Place place = fields.place();
        locks.hold(String.join("\n", "folder", owner.tenant(), owner.key(), place.toString()));
        Optional<Asset> there = files.at(owner, place, name);
        if (there.filter(asset -> content.blob().hash().equals(asset.hash) && fields.jobId() == null).isPresent()) {
            return creation.again(there.get(), content.ref()).asset();
        }
        String free = there.isEmpty() || fields.overwrite() ? name : names.free(owner, place, name);
        return creations.fromUpload(caller, owner, wanted(free, mimeType, fields), content).asset();
    }

    private Wanted wanted(String name, String mimeType, UploadFields fields) {
        Place place = fields.place();
        List<String> tags = new ArrayList<>(List.of(place.location().tag(), UPLOADED));
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of(UserMetadata.FILENAME, name));
        if (!place.subfolder().isEmpty()) {
            metadata.put(UserMetadata.SUBFOLDER, place.subfolder());
        }
        if (TAGGED_FOLDERS.contains(place.subfolder())) {
            tags.add(place.subfolder());
        }
        return new Wanted(null, name, name, Tags.of(tags), mimeType, null, fields.jobId(),
                metadataRules.text(metadata), place);
    }
}
