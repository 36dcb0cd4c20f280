package dev.coffer.blob.quota;

import dev.coffer.common.blobclient.StorageUsage.Limits;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.streams.LimitedStream;
import java.io.InputStream;
import java.util.Map;

/** How much more a tenant may hold. */
public final class RemainingQuota {
    /** For everything. */
    public static final RemainingQuota UNLIMITED =
            new RemainingQuota(new UsageRepository.Usage(0, 0), new Limits(null, null));

    private final UsageRepository.Usage used;
    private final Limits limits;

    RemainingQuota(UsageRepository.Usage used, Limits limits) {
        this.used = used;
        this.limits = limits;
    }

    /** @throws ServiceException {@code QUOTA_EXCEEDED}, 413, unless there is room for one more file of this size */
    public void require(long bytes) {
        if (limits.files() != null && limits.files() <= used.files()) {
            throw exceeded("files", limits.files(), 0);
        }
        if (limits.bytes() != null && bytes > limits.bytes() - used.bytes()) {
            throw exceeded("bytes", limits.bytes(), left(limits.bytes()));
        }
    }

    /** A body of unknown length, refused like {@link #require} as soon as it has too many bytes. */
    public InputStream limit(InputStream body) {
        Long most = limits.bytes();
        if (most == null) {
            return body;
        }
        return new LimitedStream(body, left(most), () -> exceeded("bytes", most, left(most)));
    }

    /** What there is if so many bytes that are counted give way. */
    public RemainingQuota without(long bytes) {
        return new RemainingQuota(new UsageRepository.Usage(used.bytes() - bytes, used.files()), limits);
    }

    /** As much of the wish as there is room for. */
    public long most(long wish) {
        return limits.bytes() == null ? wish : Math.min(wish, left(limits.bytes()));
    }

    private long left(long most) {
        return Math.max(0, most - used.bytes());
    }

    private static ServiceException exceeded(String what, long limit, long left) {
        return new ServiceException(
                ErrorCode.QUOTA_EXCEEDED,
                "The quota of your organisation is " + limit + " " + what + ", of which " + left + " are left.",
                Map.of("quota", what, "limit", limit, "left", left));
    }
}
