package dev.coffer.userdata.file;

import dev.coffer.common.blob.StoredBlob;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.http.Preconditions;
import dev.coffer.common.time.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A file in the tree of a workspace. It stays the same, whatever content it gets, until it is deleted. */
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

    @Column(name = "created_by")
    String createdBy;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "modified_at")
    Instant modifiedAt;

    protected UserFile() {}

    UserFile(Owner owner, UserPath path, String createdBy, Instant now) {
        this.id = Ids.next();
        this.tenant = owner.tenant();
        this.owner = owner.key();
        this.path = path.value();
        this.createdBy = createdBy;
        this.createdAt = now;
    }

    /** Gives the file this content; what it had before must be released by the caller. */
    void put(UUID ref, StoredBlob content, Instant now) {
        contentRef = ref;
        size = content.size();
        hash = content.hash();
        sha256 = content.sha256();
        modifiedAt = now;
    }

    /** The strong entity tag: equal bytes have equal tags. */
    String etag() {
        return Preconditions.tag(hash.substring(hash.indexOf(':') + 1));
    }
}
