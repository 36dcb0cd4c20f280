package dev.coffer.common.share;

import org.jspecify.annotations.Nullable;

/**
 * Who holds a part of a {@link Share}.
 *
 * @param tenant on whose account
 * @param session what of the tenant, such as an upload link or a workspace; null where that does not matter: those who
 *     wait without one do not wait for each other
 */
public record Holder(String tenant, @Nullable String session) {
    /** Somebody of a tenant. */
    public static Holder of(String tenant) {
        return new Holder(tenant, null);
    }
}
