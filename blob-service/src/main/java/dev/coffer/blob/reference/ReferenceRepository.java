package dev.coffer.blob.reference;

import dev.coffer.blob.content.Blob;
import dev.coffer.blob.quota.QuotaTransactions;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.signing.DownloadLinkClaims;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The rows of {@code reference}. */
@ApplicationScoped
public class ReferenceRepository implements PanacheRepositoryBase<Reference, UUID> {
    private static final String WHAT = "reference";

    private final QuotaTransactions quotas;
    private final OwnershipChecks checks;

    ReferenceRepository(QuotaTransactions quotas, OwnershipChecks checks) {
        this.quotas = quotas;
        this.checks = checks;
    }

    /**
     * A reference of this owner; empty if there is none.
     *
     * @throws ServiceException 404 if it belongs to another owner
     */
    public Optional<Reference> of(UUID ref, Owner owner) {
        return checked(ref, reference -> reference.owner().equals(owner));
    }

    /** The reference for which a download link was made. */
    Optional<Reference> of(DownloadLinkClaims link) {
        return checked(link.ref(), reference -> DownloadLinkClaims.mark(reference.owner()).equals(link.owner()));
    }

    /** A reference for a release that states no owner. */
    Optional<Reference> ofAnybody(UUID ref) {
        return checked(ref, reference -> !reference.byOwnerOnly);
    }

    private Optional<Reference> checked(UUID ref, Predicate<Reference> claim) {
        Optional<Reference> found = findByIdOptional(ref);
        if (found.isPresent() && !checks.verify(WHAT, ref, claim.test(found.get()))) {
            throw unknown();
        }
        return found;
    }

    static ServiceException unknown() {
        return new ServiceException(ErrorCode.NOT_FOUND, "There is no such reference or content.");
    }

    /**
     * The one way to a new reference.
     *
     * @throws ServiceException {@code QUOTA_EXCEEDED}, 413
     */
    public void add(UUID ref, Owner owner, Blob blob) {
        quotas.admit(owner.tenant(), blob.size());
        persist(new Reference(ref, owner, blob));
    }
}
