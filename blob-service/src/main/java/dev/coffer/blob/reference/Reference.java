package dev.coffer.blob.reference;

import dev.coffer.blob.content.Blob;
import dev.coffer.common.identity.Owner;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import java.time.Instant;
import java.util.UUID;

/** The record that an owner uses a blob. A blob with references is never deleted. */
@Entity
public class Reference {
    @Id
    UUID ref;

    String tenant;
    String owner;

    @ManyToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "blob_id")
    Blob blob;

    @Column(name = "created_at", insertable = false, updatable = false)
    Instant createdAt;

    /** Whether only its owner may release it; older references may be released for any owner. */
    @Column(name = "by_owner_only", insertable = false, updatable = false)
    boolean byOwnerOnly;

    protected Reference() {}

    @SuppressWarnings("NullAway.Init") // The database says when.
    Reference(UUID ref, Owner owner, Blob blob) {
        this.ref = ref;
        this.tenant = owner.tenant();
        this.owner = owner.key();
        this.blob = blob;
    }

    Owner owner() {
        return new Owner(tenant, owner);
    }

    public Blob blob() {
        return blob;
    }

    /** When the owner got it. */
    public Instant createdAt() {
        return createdAt;
    }
}
