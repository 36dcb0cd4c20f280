package dev.coffer.userdata.file;

import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.address.UserPath;
import dev.coffer.userdata.version.FileVersion;
import dev.coffer.userdata.version.VersionContent;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** A file in the tree of a workspace. It keeps its id with new content, until it is deleted. */
@Entity
@Table(name = "user_file")
public class UserFile {
    @Id
    UUID id;

    String tenant;
    String owner;
    String path;

    @Column(name = "content_ref")
    UUID contentRef;

    long size;
    String hash;
    String sha256;

    /** Names the present content in the history of the file. */
    @Column(name = "version_id")
    UUID versionId;

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "modified_at")
    Instant modifiedAt;

    @Column(name = "modified_by")
    String modifiedBy;

    protected UserFile() {}

    /** A file that is not yet stored, and has no content yet. */
    @SuppressWarnings("NullAway.Init") // It gets one before it is stored.
    public UserFile(Owner owner, UserPath path, String createdBy, Instant now) {
        this.id = Ids.next();
        this.tenant = owner.tenant();
        this.owner = owner.key();
        this.path = path.value();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** Sets the content; the caller takes care of the previous one. */
    void put(UUID ref, StoredBlob content, String subject, Instant now) {
        // Saving the same bytes again does not create a version.
        String blake3 = Objects.requireNonNull(content.hash(), "known of all that was streamed");
        UUID version = blake3.equals(hash) ? versionId : Ids.next();
        String also = Objects.requireNonNull(content.sha256(), "known as well");
        put(new VersionContent(version, ref, content.size(), blake3, also, subject, now));
    }

    /** Sets a content from the history; the caller takes care of the previous one. */
    public void restore(VersionContent past, String subject, Instant now) {
        put(new VersionContent(past.version(), past.ref(), past.size(), past.hash(), past.sha256(), subject, now));
    }

    private void put(VersionContent content) {
        versionId = content.version();
        contentRef = content.ref();
        size = content.size();
        hash = content.hash();
        sha256 = content.sha256();
        modifiedBy = content.savedBy();
        modifiedAt = content.savedAt();
    }

    /** Gives the file another path. */
    public void moveTo(UserPath target) {
        path = target.value();
    }

    /** Stays the same until the file is deleted. */
    public UUID id() {
        return id;
    }

    /** When the file was created, at whichever path. */
    public Instant createdAt() {
        return createdAt;
    }

    /** The path relative to the root of the workspace. */
    public String path() {
        return path;
    }

    /** The present content, with its place in the history of the file. */
    public VersionContent present() {
        return new VersionContent(versionId, contentRef, size, hash, sha256, modifiedBy, modifiedAt);
    }

    /** The present content as an entry of the history. */
    public FileVersion version(Instant now) {
        return new FileVersion(new Owner(tenant, owner), path, present(), now);
    }

    /** The present content, to be read. */
    public FileContent content() {
        return new FileContent(new Owner(tenant, owner), path, contentRef, size, hash, modifiedAt);
    }

    /** The strong entity tag of the present content. */
    public String etag() {
        return content().etag();
    }
}
