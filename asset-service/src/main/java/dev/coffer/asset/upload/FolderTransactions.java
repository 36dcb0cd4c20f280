package dev.coffer.asset.upload;

import dev.coffer.asset.Asset;
import dev.coffer.asset.create.AssetTransactions;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.Created;
import dev.coffer.asset.create.CreationLocks;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.create.NewAsset.Reuse;
import dev.coffer.asset.file.FileService;
import dev.coffer.asset.label.Tags;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.mask.MaskLayerRepository;
import dev.coffer.asset.name.Place;
import dev.coffer.common.database.Turns;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Makes assets of classic uploads, which lie in folders under names: a name that is taken there gets a number
 * (comfy.md section 4.1).
 */
@ApplicationScoped
class FolderTransactions {
    /** Folders of the front end that are worth a tag (comfy.md section 1.3). */
    private static final Set<String> TAGGED_FOLDERS = Set.of("pasted", "webcam", "painter", "3d", "threed");

    private final FileService files;
    private final UploadedNames names;
    private final CreateService creations;
    private final AssetTransactions transactions;
    private final MaskLayerRepository layers;
    private final Turns turns;
    private final UserMetadata metadataRules;

    FolderTransactions(
            FileService files,
            CreateService creations,
            AssetTransactions transactions,
            MaskLayerRepository layers,
            Turns turns,
            UserMetadata metadataRules) {
        this.files = files;
        this.names = new UploadedNames(files);
        this.creations = creations;
        this.transactions = transactions;
        this.layers = layers;
        this.turns = turns;
        this.metadataRules = metadataRules;
    }

    /**
     * The asset of an uploaded file. An asset with the same content under the same requested name is reused if that
     * name still shows it. Other content gets a free name, or replaces what the name shows if the client asks to
     * overwrite.
     */
    Asset keep(Caller caller, Owner owner, IncomingFile file) {
        Place place = file.fields().place();
        String folder =
                Turns.name("folder", owner.tenant(), owner.key(), place.type(), place.subfolder());
        String content = CreationLocks.content(owner, file.content().blob().blake3());
        return turns.call(() -> keepInTurn(caller, owner, file), Set.of(folder, content));
    }

    private Asset keepInTurn(Caller caller, Owner owner, IncomingFile file) {
        Asset asset = file.fields().overwrite() ? replaced(caller, owner, file) : beside(caller, owner, file);
        file.layer(asset).ifPresent(layer -> layers.note(asset.key(), layer));
        return asset;
    }

    private Asset replaced(Caller caller, Owner owner, IncomingFile file) {
        Optional<Asset> there = files.sharedAt(owner, file.fields().place(), file.name());
        if (there.isEmpty()) {
            return created(caller, owner, file, file.name(), Reuse.EQUAL_BYTES).asset();
        }
        return there.filter(asset -> isSame(asset, file))
                .map(asset -> transactions.reused(asset, file.content().ref()))
                .orElseGet(() -> created(caller, owner, file, file.name(), Reuse.LATER))
                .asset();
    }

    private Asset beside(Caller caller, Owner owner, IncomingFile file) {
        Place place = file.fields().place();
        Stream<Asset> ofThatName = files.sharedAt(owner, place, file.name()).stream();
        Stream<Asset> copies = files.sharedCopies(owner, place, file.content().blob().blake3()).stream();
        List<Asset> same = Stream.concat(ofThatName, copies)
                .filter(asset -> isSame(asset, file) && UploadedNames.isFormOf(asset.fileName, file.name()))
                .toList();
        // A newer file may have replaced one of these under its name: the name then shows the newer one.
        Set<UUID> shown = files.shown(owner, place, same.stream().map(asset -> asset.fileName).toList());
        return same.stream()
                .filter(asset -> shown.contains(asset.id))
                .findFirst()
                .map(asset -> transactions.reused(asset, file.content().ref()))
                .orElseGet(() -> created(
                        caller, owner, file, freeName(owner, place, file.name()), Reuse.EQUAL_BYTES))
                .asset();
    }

    /** An asset that expires is never the outcome of an upload, which asks for one that does not. */
    private static boolean isSame(Asset asset, IncomingFile file) {
        UUID job = file.fields().jobId();
        return asset.expiresAt == null
                && file.content().blob().blake3().equals(asset.hash)
                && (job == null || job.equals(asset.jobId));
    }

    private String freeName(Owner owner, Place place, String name) {
        return files.isTaken(owner, place, name) ? names.free(owner, place, name) : name;
    }

    private Created created(Caller caller, Owner owner, IncomingFile file, String name, Reuse reuse) {
        return creations.create(caller, owner, file.content(), wanted(file, name, reuse));
    }

    private NewAsset wanted(IncomingFile file, String name, Reuse reuse) {
        Place place = file.fields().place();
        List<String> tags = new ArrayList<>(List.of(place.type(), Tags.UPLOADED));
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of(UserMetadata.FILENAME, name));
        if (!place.subfolder().isEmpty()) {
            metadata.put(UserMetadata.SUBFOLDER, place.subfolder());
        }
        if (TAGGED_FOLDERS.contains(place.subfolder())) {
            tags.add(place.subfolder());
        }
        return NewAsset.of(Tags.of(tags), metadataRules.text(metadata))
                .name(name)
                .fileName(name)
                .mimeType(file.mimeType())
                .jobId(file.fields().jobId())
                .place(place)
                .reuse(reuse)
                .build();
    }
}
