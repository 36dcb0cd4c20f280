package dev.coffer.blob.buffer;

import dev.coffer.common.share.Share;
import java.util.List;

/** Whether all that was lent has come back. */
public final class FreeShares {
    private FreeShares() {}

    public static boolean areWhole(List<Share> shares) {
        return shares.stream().allMatch(share -> share.free() == share.size());
    }
}
