package dev.coffer.blob.reference;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.quota.Quotas;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.error.ServiceException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who needs which content. */
@ApplicationScoped
public class ReferenceRepository implements PanacheRepositoryBase<Reference, UUID> {
    private final Quotas quotas;

    ReferenceRepository(Quotas quotas) {
        this.quotas = quotas;
    }

    /** The one way to a new reference. @throws ServiceException {@code QUOTA_EXCEEDED}, 413 */
    public void add(UUID ref, Owner owner, Blob blob) {
        quotas.admit(owner.tenant(), blob.size());
        persist(new Reference(ref, owner, blob));
    }
}
