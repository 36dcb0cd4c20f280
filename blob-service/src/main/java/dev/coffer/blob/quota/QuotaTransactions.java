package dev.coffer.blob.quota;

import dev.coffer.common.blobclient.StorageUsage;
import dev.coffer.common.blobclient.StorageUsage.Limits;
import dev.coffer.common.database.Turns;
import dev.coffer.common.error.ServiceException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * What tenants hold and may hold. For a tenant without a quota this asks the database nothing and takes no locks
 * (design: docs/adr/007-quotas.md).
 */
@ApplicationScoped
public class QuotaTransactions {
    private static final Limits NONE = new Limits(null, null);

    private final QuotaConfig config;
    private final UsageRepository usage;
    private final Turns turns;

    QuotaTransactions(QuotaConfig config, UsageRepository usage, Turns turns) {
        this.config = config;
        this.usage = usage;
        this.turns = turns;
    }

    /** What a tenant holds, exactly, as of the last commit. */
    @Transactional
    public StorageUsage usage(String tenant) {
        UsageRepository.Usage used = usage.of(tenant);
        Limits limits = limits(tenant);
        return new StorageUsage(used.bytes(), used.files(), limits.equals(NONE) ? null : limits);
    }

    /** How much more a tenant may hold beside what its uploads have taken, if no other request is faster. */
    @Transactional
    public RemainingQuota remaining(String tenant) {
        Limits limits = limits(tenant);
        return limits.equals(NONE) ? RemainingQuota.UNLIMITED : new RemainingQuota(usage.withUploads(tenant), limits);
    }

    /**
     * Does in a transaction what may let something in. Those of a tenant with a quota come one after the other: who
     * waits here, before the transaction, holds neither a connection nor a row.
     */
    public <T> T inTurn(String tenant, Supplier<T> change) {
        return limits(tenant).equals(NONE) || QuarkusTransaction.isActive()
                ? QuarkusTransaction.joiningExisting().call(change::get)
                : turns.call(change, UsageRepository.turn(tenant));
    }

    /**
     * Lets a file, or bytes on their way to one, into the caller's transaction. Others of a tenant with a quota wait
     * until it ends, so concurrent uploads do not exceed it together.
     *
     * @throws ServiceException {@code QUOTA_EXCEEDED}, 413
     */
    public void admit(String tenant, long bytes) {
        lockedRemaining(tenant).require(bytes);
    }

    /** How much more a tenant may hold; it stays so until the end of the caller's transaction. */
    public RemainingQuota lockedRemaining(String tenant) {
        if (limits(tenant).equals(NONE)) {
            return RemainingQuota.UNLIMITED;
        }
        usage.lock(tenant);
        return remaining(tenant);
    }

    private Limits limits(String tenant) {
        Optional<QuotaConfig.Tenant> own = Optional.ofNullable(config.tenants().get(tenant));
        Optional<MemorySize> bytes = own.flatMap(QuotaConfig.Tenant::bytes).or(config::bytes);
        OptionalLong ownFiles = own.map(QuotaConfig.Tenant::files).orElse(OptionalLong.empty());
        OptionalLong files = ownFiles.isPresent() ? ownFiles : config.files();
        return new Limits(
                bytes.map(MemorySize::asLongValue).orElse(null), files.isPresent() ? files.getAsLong() : null);
    }
}
