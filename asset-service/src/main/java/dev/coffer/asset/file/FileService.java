package dev.coffer.asset.file;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetKey;
import dev.coffer.asset.AssetRepository;
import dev.coffer.asset.name.Location;
import dev.coffer.asset.name.Place;
import dev.coffer.asset.view.PreviewLinks;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Finds the file that a client means, among the assets of its workspace and then among the public ones. */
@ApplicationScoped
public class FileService {
    private static final List<Location> EVERYWHERE =
            Arrays.asList(Location.INPUT, Location.OUTPUT, Location.TEMP, null);

    private final FileRepository files;
    private final AssetRepository assets;
    private final PreviewLinks links;

    FileService(FileRepository files, AssetRepository assets, PreviewLinks links) {
        this.files = files;
        this.assets = assets;
        this.links = links;
    }

    /** @throws ServiceException 404 if the workspace sees no such file */
    public Asset find(Owner viewer, FileTarget target) {
        return seen(viewer, target).orElseThrow(() -> unknown(target));
    }

    /**
     * The file that a signature opens.
     *
     * @throws ServiceException 403 if that is not the one that is asked for
     */
    Asset opened(String signature, FileTarget target) {
        AssetKey key = links.verified(signature);
        Asset asset = assets.findByIdOptional(key).orElseThrow(() -> unknown(target));
        if (!target.hash().equals(Optional.ofNullable(asset.hash))) {
            throw new ServiceException(ErrorCode.LINK_REFUSED, "The link is for something else.");
        }
        return asset;
    }

    private Optional<Asset> seen(Owner viewer, FileTarget target) {
        List<Owner> owners = List.of(viewer, Owner.everybody(viewer.tenant()));
        Stream<Optional<Asset>> byContent = owners.stream().flatMap(
                owner -> target.hash().map(hash -> files.withHash(owner, hash)).stream());
        Stream<Optional<Asset>> byName = owners.stream().map(owner -> named(owner, target));
        return Stream.concat(byContent, byName).flatMap(Optional::stream).findFirst();
    }

    /** The newest file of that name in exactly this folder, locked for share until the transaction ends. */
    public Optional<Asset> sharedAt(Owner owner, Place place, String name) {
        return files.sharedAt(owner, name, place);
    }

    /** The newest files with that content in exactly this folder, at most 100; locked in the same way. */
    public List<Asset> sharedCopies(Owner owner, Place place, String hash) {
        return files.sharedCopies(owner, hash, place);
    }

    /** The files to which these names lead in exactly this folder; one query. */
    public Set<UUID> shown(Owner owner, Place place, List<String> names) {
        return names.isEmpty() ? Set.of() : files.shown(owner, names, place);
    }

    /** Whether a file has that name in exactly this folder. */
    public boolean isTaken(Owner owner, Place place, String name) {
        return files.at(owner, name, List.of(place)).isPresent();
    }

    /** A name that no file has is looked for among the names that people have given to assets. */
    private Optional<Asset> named(Owner owner, FileTarget target) {
        return file(owner, target)
                .or(() -> files.labelled(owner, target.name(), target.location().orElse(null), target.subfolder()));
    }

    /** If the client names no location, outputs are searched first. */
    private Optional<Asset> file(Owner owner, FileTarget target) {
        Optional<Asset> found = file(owner, target, List.of(target.location().orElse(Location.OUTPUT)));
        return found.isPresent() || target.location().isPresent() ? found : file(owner, target, EVERYWHERE);
    }

    /** If the client names no folder, the root is searched first. */
    private Optional<Asset> file(Owner owner, FileTarget target, List<Location> locations) {
        List<Place> places = locations.stream().map(location -> new Place(location, target.subfolder())).toList();
        Optional<Asset> found = files.at(owner, target.name(), places);
        return found.isPresent() || !target.subfolder().isEmpty()
                ? found
                : files.anywhere(owner, target.name(), places);
    }

    private static ServiceException unknown(FileTarget target) {
        return new ServiceException(
                ErrorCode.FILE_NOT_FOUND, "There is no such file.", Map.of("filename", target.name()));
    }
}
