package dev.coffer.blob.reference;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Reads the owner that an internal request states. */
public class OwnerParameters {
    @QueryParam("tenant")
    @Parameter(description = "The tenant of the resource")
    @Nullable
    String tenant;

    @QueryParam("owner")
    @Parameter(description = "Key of the owner in the tenant; resources of other owners are not found")
    @Nullable
    String owner;

    /** @throws ServiceException 400 if one is missing */
    public Owner owner() {
        if (tenant == null || owner == null) {
            throw ServiceException.invalidQuery(tenant == null ? "tenant" : "owner", "is required");
        }
        return new Owner(tenant, owner);
    }

    /** The same, if either is given. */
    public @Nullable Owner ownerIfNoted() {
        return tenant == null && owner == null ? null : owner();
    }
}
