package dev.coffer.common.content;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Times in headers: written in one form, understood in three (RFC 9110 section 5.6.7). */
final class HttpDate {
    private static final int MAX_LENGTH = 64;
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
            "EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter ONE_DIGIT = DateTimeFormatter.ofPattern(
            "EEE, d MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final DateTimeFormatter ASCTIME = DateTimeFormatter.ofPattern(
            "EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

    private HttpDate() {}

    static String of(Instant time) {
        return WRITTEN.format(time);
    }

    /** The time that a text says, in whole seconds; empty if it says none. */
    static Optional<Instant> parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return List.of(ONE_DIGIT, rfc850(), ASCTIME).stream().flatMap(form -> parse(text, form).stream()).findFirst();
    }

    private static Optional<Instant> parse(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDateTime.parse(text, form).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Two digits of a year mean the one that is at most 50 years ahead. */
    private static DateTimeFormatter rfc850() {
        return new DateTimeFormatterBuilder()
                .appendPattern("EEEE, dd-MMM-")
                .appendValueReduced(ChronoField.YEAR, 2, 2, LocalDate.now(ZoneOffset.UTC).minusYears(49))
                .appendPattern(" HH:mm:ss 'GMT'")
                .toFormatter(Locale.ENGLISH);
    }
}
