package dev.coffer.blob.reference;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Whose the thing is that an internal call is about. */
public class OwnerParameters {
    @QueryParam("tenant")
    @Parameter(description = "The organisation that the thing belongs to")
    @Nullable String tenant;

    @QueryParam("owner")
    @Parameter(description = "Key of the owner in it; another one's things are not there")
    @Nullable String owner;

    /** @throws ServiceException 400 if the caller does not say */
    public Owner owner() {
        if (tenant == null || owner == null) {
            throw ServiceException.invalidQuery(tenant == null ? "tenant" : "owner", "is required");
        }
        return new Owner(tenant, owner);
    }

    /** The same, or null for callers who have noted neither. */
    public @Nullable Owner ownerIfNoted() {
        return tenant == null && owner == null ? null : owner();
    }
}
