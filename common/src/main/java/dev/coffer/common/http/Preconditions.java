package dev.coffer.common.http;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The conditions of a request (RFC 9110 section 13). A header that cannot be understood is as good as absent. */
public final class Preconditions {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final String ANY = "*";

    private final HttpServerRequest request;

    public Preconditions(HttpServerRequest request) {
        this.request = request;
    }

    /** A strong entity tag in its wire form. */
    public static String tag(String value) {
        return '"' + value + '"';
    }

    /** A time as {@code Last-Modified} wants it. */
    public static String httpDate(Instant time) {
        return HTTP_DATE.format(time);
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
     * @param modified when the content came, or null if it is known by its tag only
     * @throws ServiceException {@code PRECONDITION_FAILED}, 412, if {@code If-Match} or
     *     {@code If-Unmodified-Since} do not hold
     */
    public boolean notModified(String tag, Instant modified) {
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
     * The {@code Range} header, unless {@code If-Range} says that it was meant for other content; else null.
     *
     * @param modified when the content came, or null if it is known by its tag only
     */
    public String range(String tag, Instant modified) {
        boolean meant = header("If-Range")
                .map(same -> same.equals(tag) || modified != null && httpDate(modified).equals(same))
                .orElse(true);
        return meant ? request.getHeader("Range") : null;
    }

    private static boolean listed(String header, Optional<String> current, boolean weakly) {
        if (current.isEmpty()) {
            return false;
        }
        // A proxy that compresses makes a tag weak; for reading it still names the same content.
        String mark = weakly ? "(W/)?" : "";
        return header.strip().equals(ANY)
                || Pattern.compile("(^|,)\\s*" + mark + Pattern.quote(current.get()) + "\\s*(,|$)").matcher(header).find();
    }

    private Optional<String> header(String name) {
        return request.headers().contains(name)
                ? Optional.of(String.join(",", request.headers().getAll(name)).strip())
                : Optional.empty();
    }

    private Optional<Instant> date(String name) {
        try {
            return header(name).map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static ServiceException failed() {
        return new ServiceException(
                ErrorCode.PRECONDITION_FAILED, "The content has changed since: a precondition of the request does not hold.");
    }
}
