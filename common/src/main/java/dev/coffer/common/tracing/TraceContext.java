package dev.coffer.common.tracing;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The place of a piece of work in a distributed trace, as W3C Trace Context (level 1) writes it in the header
 * {@code traceparent}.
 *
 * @param traceId 32 hexadecimal digits in lower case, not all zero
 * @param spanId 16 hexadecimal digits in lower case, not all zero: the work itself
 * @param sampled whether the trace is recorded upstream
 */
public record TraceContext(String traceId, String spanId, boolean sampled) {
    private static final int TRACE = 3;
    private static final int SPAN = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;
    private static final int SAMPLED = 1;

    /** Reads a {@code traceparent}; empty if the specification says that it is invalid. */
    public static Optional<TraceContext> parse(String header) {
        if (header == null || header.length() < LENGTH || !hasForm(header)) {
            return Optional.empty();
        }
        String version = header.substring(0, 2);
        String traceId = header.substring(TRACE, SPAN - 1);
        String spanId = header.substring(SPAN, FLAGS - 1);
        // Later versions may say more, behind another dash.
        boolean ends = header.length() == LENGTH || !version.equals("00") && header.charAt(LENGTH) == '-';
        return ends && !version.equals("ff") && !isZero(traceId) && !isZero(spanId)
                ? Optional.of(new TraceContext(traceId, spanId, isSampled(header)))
                : Optional.empty();
    }

    /** A trace that begins here. */
    static TraceContext begun(String traceId) {
        return new TraceContext(traceId, newSpanId(), false);
    }

    /** Work that this work gives rise to. */
    TraceContext child() {
        return new TraceContext(traceId, newSpanId(), sampled);
    }

    /** As the header {@code traceparent}. */
    public String header() {
        return "00-" + traceId + "-" + spanId + (sampled ? "-01" : "-00");
    }

    private static boolean hasForm(String header) {
        for (int i = 0; i < LENGTH; i++) {
            char c = header.charAt(i);
            boolean dash = i == TRACE - 1 || i == SPAN - 1 || i == FLAGS - 1;
            if (dash ? c != '-' : !isHexDigit(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHexDigit(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
    }

    private static boolean isZero(String id) {
        return id.chars().allMatch(digit -> digit == '0');
    }

    private static boolean isSampled(String header) {
        return (Character.digit(header.charAt(LENGTH - 1), 16) & SAMPLED) != 0;
    }

    private static String newSpanId() {
        String digits = Long.toHexString(ThreadLocalRandom.current().nextLong() | 1);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
