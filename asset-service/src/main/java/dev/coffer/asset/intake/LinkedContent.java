package dev.coffer.asset.intake;

import dev.coffer.common.blobclient.BlobClient;
import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.identity.ProjectRights;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives an owner content by its hash, without an upload. It wants more rights than the question whether such content
 * exists ({@link dev.coffer.asset.ContentLookup}), for the owner can read the content afterwards.
 */
@ApplicationScoped
public class LinkedContent {
    private final BlobClient blobs;
    private final ProjectRights rights;

    LinkedContent(BlobClient blobs, ProjectRights rights) {
        this.blobs = blobs;
        this.rights = rights;
    }

    /**
     * A new reference to content that the caller sees; empty if it is unknown, or known only to others. Content
     * of projects counts only for callers who may read all files of their projects: this service does not know in which
     * data sets the content is.
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
