package dev.coffer.common.share;

import org.jspecify.annotations.Nullable;

/**
 * The account that holds units of a {@link Share}.
 *
 * @param tenant to which the units are counted
 * @param session a part of the tenant with a limit of its own, such as an upload link or a workspace; if absent there
 *     is none: requests without one do not wait for each other
 */
public record Holder(String tenant, @Nullable String session) {
    /** The account of a tenant as a whole. */
    public static Holder of(String tenant) {
        return new Holder(tenant, null);
    }
}
