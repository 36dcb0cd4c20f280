package dev.coffer.common.blobclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant holds.
 *
 * @param bytes of all its files, each counted in full, also where equal bytes are stored once
 * @param files references to content: what can be read, and the past that can be restored
 * @param limits of the tenant, if it has any
 */
public record StorageUsage(long bytes, long files, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Limits limits) {

    /**
     * What a tenant may hold at most.
     *
     * @param bytes the most bytes, if there is a limit
     * @param files the most files, if there is a limit
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limits(@Nullable Long bytes, @Nullable Long files) {}
}
