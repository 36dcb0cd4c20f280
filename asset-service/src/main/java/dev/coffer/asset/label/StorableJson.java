package dev.coffer.asset.label;

import dev.coffer.common.text.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What JSON the database can keep and compare: no NUL, no unpaired surrogates, no numbers beyond reason. It writes
 * numbers out, digit by digit: {@code 1e400} has 401 of them. Every double has fewer.
 */
public final class StorableJson {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_DIGITS = 400;
    private static final String TOO_MANY_DIGITS = "must not contain numbers of more than " + MAX_DIGITS
            + " digits before or behind the point, written out";

    private StorableJson() {}

    /** Why a value cannot be kept, as the end of a sentence; empty if it can. */
    public static Optional<String> problem(Object value) {
        return problem(value, 0);
    }

    private static Optional<String> problem(Object value, int depth) {
        if (depth > MAX_DEPTH) {
            return Optional.of("must not be nested more than " + MAX_DEPTH + " deep");
        }
        return switch (value) {
            case String text -> check(Text.storable(text), "must not contain NUL or unpaired surrogates");
            case BigDecimal number -> check(ordinary(number), TOO_MANY_DIGITS);
            case BigInteger number -> check(ordinary(new BigDecimal(number)), TOO_MANY_DIGITS);
            case Map<?, ?> map -> first(map.keySet(), depth).or(() -> first(map.values(), depth));
            case Collection<?> list -> first(list, depth);
            case null, default -> Optional.empty();
        };
    }

    /** The blanks that the database puts behind each comma and each colon of an object or a list. */
    static long blanks(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                Math.max(0, 2L * map.size() - 1) + map.values().stream().mapToLong(StorableJson::blanks).sum();
            case Collection<?> list ->
                Math.max(0, list.size() - 1) + list.stream().mapToLong(StorableJson::blanks).sum();
            case null, default -> 0;
        };
    }

    private static Optional<String> first(Collection<?> values, int depth) {
        return values.stream().map(value -> problem(value, depth + 1)).flatMap(Optional::stream).findFirst();
    }

    private static boolean ordinary(BigDecimal number) {
        return Math.abs((long) number.precision() - number.scale()) <= MAX_DIGITS && number.scale() <= MAX_DIGITS;
    }

    private static Optional<String> check(boolean good, String problem) {
        return good ? Optional.empty() : Optional.of(problem);
    }
}
