package dev.coffer.userdata.usage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.coffer.common.blobclient.StorageUsage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation holds.
 *
 * @param bytes of all files, each counted in full
 * @param files contents that can be read or restored
 * @param limits absent where there are none
 */
@Schema(name = "Usage")
@JsonInclude(JsonInclude.Include.NON_NULL)
record UsageView(
        @Schema(required = true) long bytes,
        @Schema(required = true) long files,
        @Nullable Limits limits) {

    /** The quota of an organisation; an absent limit does not exist. */
    @Schema(name = "UsageLimits")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Limits(@Nullable Long bytes, @Nullable Long files) {}

    static UsageView of(StorageUsage usage) {
        StorageUsage.Limits limits = usage.limits();
        return new UsageView(
                usage.bytes(), usage.files(), limits == null ? null : new Limits(limits.bytes(), limits.files()));
    }
}
