package dev.coffer.asset.create;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.identity.ProjectRights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Content that is had by its hash, which is more than to be told that it is there. */
@ApplicationScoped
public class LinkedContent {
    private final BlobClient blobs;
    private final ProjectRights rights;

    LinkedContent(BlobClient blobs, ProjectRights rights) {
        this.blobs = blobs;
        this.rights = rights;
    }

    /**
     * A new reference to content that the caller sees; empty if it is unknown, or known only to others. What projects
     * have counts for those who may read all of it: in which data sets it lies is not known here.
     *
     * @param hash {@code blake3:<hex>} or {@code sha256:<hex>}
     */
    public Optional<StoredBlob> link(UUID ref, Owner owner, String hash, Caller caller) {
        Set<Owner> visible = caller.owners();
        Set<Owner> projects = caller.projectOwners();
        if (!projects.isEmpty() && rights.readingAll()) {
            visible.addAll(projects);
        }
        return blobs.link(ref, owner, hash, visible);
    }
}
