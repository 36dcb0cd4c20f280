package dev.coffer.blob.quota;

import dev.coffer.common.blobclient.StorageUsage;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What a tenant holds, as the other services ask. */
@Path("/internal/usage")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class UsageResource {
    private final QuotaTransactions quotas;

    UsageResource(QuotaTransactions quotas) {
        this.quotas = quotas;
    }

    @GET
    @Operation(operationId = "getTenantUsage", summary = "What a tenant holds, and may hold")
    public StorageUsage get(@QueryParam("tenant") @Nullable String tenant) {
        if (tenant == null) {
            throw ServiceException.invalidQuery("tenant", "is required");
        }
        return quotas.usage(tenant);
    }
}
