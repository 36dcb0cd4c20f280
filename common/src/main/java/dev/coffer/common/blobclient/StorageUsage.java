package dev.coffer.common.blobclient;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a tenant holds.
 *
 * @param bytes of all its files, each counted in full, also where equal bytes are stored once
 * @param files references to content: what can be read, and the past that can be restored
 * @param limits null where there is none
 */
public record StorageUsage(long bytes, long files, @JsonInclude(JsonInclude.Include.NON_NULL) Limits limits) {

    /**
     * What a tenant may hold at most.
     *
     * @param bytes null for any number
     * @param files null for any number
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limits(Long bytes, Long files) {}
}
