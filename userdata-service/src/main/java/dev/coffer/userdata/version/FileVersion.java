package dev.coffer.userdata.version;

import dev.coffer.common.identity.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An earlier content of a user file. */
@Entity
@Table(name = "user_file_version")
public class FileVersion {
    @Id
    private UUID id;

    private String tenant;
    private String owner;
    private String path;

    @Column(name = "content_ref")
    private UUID contentRef;

    private long size;
    private String hash;
    private String sha256;

    @Column(name = "saved_by")
    private String savedBy;

    @Column(name = "saved_at")
    private Instant savedAt;

    @Column(name = "replaced_at")
    private Instant replacedAt;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    protected FileVersion() {}

    /** The present content of a file, when it is replaced. */
    public FileVersion(Owner owner, String path, VersionContent content, Instant replacedAt) {
        this.id = content.version();
        this.tenant = owner.tenant();
        this.owner = owner.key();
        this.path = path;
        this.contentRef = content.ref();
        this.size = content.size();
        this.hash = content.hash();
        this.sha256 = content.sha256();
        this.savedBy = content.savedBy();
        this.savedAt = content.savedAt();
        this.replacedAt = replacedAt;
    }

    /** The content and its place in the history. */
    public VersionContent content() {
        return new VersionContent(id, contentRef, size, hash, sha256, savedBy, savedAt);
    }

    Owner owner() {
        return new Owner(tenant, owner);
    }

    /** Where the file is, or was. */
    public String path() {
        return path;
    }

    /** When the file got another content, or was deleted. */
    public Instant replacedAt() {
        return replacedAt;
    }

    /** Until when it can be restored; no end while there is a file at its path. */
    public @Nullable Instant expiresAt() {
        return expiresAt;
    }
}
