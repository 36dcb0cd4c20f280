package dev.coffer.common.content;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.vertx.core.http.HttpServerRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The conditions of a request (RFC 9110 section 13). A header that cannot be understood is as good as absent. */
public final class Preconditions {
    /** Within that time another change may get the same date. */
    private static final Duration AMBIGUOUS = Duration.ofSeconds(1);

    private final HttpServerRequest request;
    private final Clock clock;

    public Preconditions(HttpServerRequest request) {
        this(request, Clock.systemUTC());
    }

    Preconditions(HttpServerRequest request, Clock clock) {
        this.request = request;
        this.clock = clock;
    }

    /** A strong entity tag in its wire form. */
    public static String tag(String value) {
        return '"' + value + '"';
    }

    /** A time as {@code Last-Modified} wants it. */
    public static String httpDate(Instant time) {
        return HttpDate.of(time);
    }

    /**
     * Lets a write pass whose {@code If-Match} and {@code If-None-Match} hold.
     *
     * @param current the entity tag of what is there now; empty if there is nothing
     * @throws ServiceException {@code PRECONDITION_FAILED}, 412
     */
    public void checkWrite(Optional<String> current) {
        boolean lost = header("If-Match").filter(wanted -> !listed(wanted, current, false)).isPresent();
        boolean taken = header("If-None-Match").filter(unwanted -> listed(unwanted, current, true)).isPresent();
        if (lost || taken) {
            throw failed();
        }
    }

    /**
     * Whether the client already has this content: 304.
     *
     * @param modified when the content came; absent if it is known by its tag only
     * @throws ServiceException {@code PRECONDITION_FAILED}, 412, if {@code If-Match} or
     *     {@code If-Unmodified-Since} do not hold
     */
    public boolean notModified(String tag, @Nullable Instant modified) {
        Optional<String> current = Optional.of(tag);
        Optional<String> match = header("If-Match");
        boolean stale = match.isPresent()
                ? !listed(match.get(), current, false)
                : modified != null && date("If-Unmodified-Since").filter(seconds(modified)::isAfter).isPresent();
        if (stale) {
            throw failed();
        }
        return header("If-None-Match")
                .map(known -> listed(known, current, true))
                .orElseGet(() -> modified != null
                        && date("If-Modified-Since").filter(since -> !seconds(modified).isAfter(since)).isPresent());
    }

    /**
     * The {@code Range} header, unless there are several, or {@code If-Range} says that it was meant for other content;
     * else null. A date says so only where it is a strong validator: not within the second after the last change
     * (RFC 9110 sections 8.8.2.2 and 13.1.5).
     *
     * @param modified when the content came; absent if it is known by its tag only
     */
    public @Nullable String range(String tag, @Nullable Instant modified) {
        boolean meant = header("If-Range").map(same -> same.equals(tag) || names(same, modified)).orElse(true);
        List<String> ranges = request.headers().getAll("Range");
        return meant && ranges.size() == 1 ? ranges.getFirst() : null;
    }

    private boolean names(String date, @Nullable Instant modified) {
        return modified != null
                && HttpDate.parse(date).filter(seconds(modified)::equals).isPresent()
                && !clock.instant().isBefore(modified.plus(AMBIGUOUS));
    }

    private static boolean listed(String header, Optional<String> current, boolean weakly) {
        // A proxy that compresses makes a tag weak; for reading it still names the same content.
        return current.filter(tag -> EntityTags.listed(header, tag, weakly)).isPresent();
    }

    private Optional<String> header(String name) {
        return request.headers().contains(name)
                ? Optional.of(String.join(",", request.headers().getAll(name)).strip())
                : Optional.empty();
    }

    private Optional<Instant> date(String name) {
        return header(name).flatMap(HttpDate::parse);
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static ServiceException failed() {
        return new ServiceException(
                ErrorCode.PRECONDITION_FAILED,
                "The content has changed since: a precondition of the request does not hold.");
    }
}
