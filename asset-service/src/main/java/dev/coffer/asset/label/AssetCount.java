package dev.coffer.asset.label;

import dev.coffer.common.identity.Owner;
import java.util.Map;

/**
 * How many assets an owner has.
 *
 * @param assets in all
 * @param tagged with each of the tags that were asked for
 * @param expired of {@code assets}: those whose life is over, and that are still there. They are in the other
 *     numbers too, and clients must not see them
 */
public record AssetCount(Owner owner, long assets, Map<String, Long> tagged, long expired) {

    /** With that tag. */
    public long with(String tag) {
        return tagged.getOrDefault(tag, 0L);
    }
}
