package dev.coffer.acceptance.house;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Long texts on which a regular expression may spend more than it should. They begin like a match, repeat what the
 * expression accepts there, and end with a mismatch.
 */
final class HostileTexts {
    /** One character of each class, and the separators of headers, paths and queries. */
    private static final String CLASSES = " 0azAZ_\t\r\n\0-.,;:=/\\'\"()[]{}<>+*?%&@#!~|^$`\u00e9\u0661\uffff";
    private static final String MISFIT = "\u2603";
    private static final int LONG = 30_000;
    private static final int LENGTH = 1_600;
    private static final int BEGINNINGS = 20;
    private static final int WALKS = 20;
    private static final int WALK = 12;
    private static final int ROUND = 6;

    private final Pattern pattern;
    private final Set<Character> alphabet = new LinkedHashSet<>();
    private final Map<String, List<Character>> viable = new HashMap<>();

    HostileTexts(Pattern pattern) {
        this.pattern = pattern;
        (pattern.pattern() + CLASSES).chars().forEach(c -> alphabet.add((char) c));
    }

    /** All of them, one at a time. */
    Stream<String> all() {
        Stream<String> simple = alphabet.stream().map(c -> String.valueOf(c).repeat(LONG))
                .flatMap(run -> Stream.of(run, run + MISFIT, MISFIT + run));
        return Stream
                .of(simple, beginnings().stream().flatMap(this::goingOn), walks().flatMap(HostileTexts::goingRound))
                .flatMap(texts -> texts);
    }

    /** Longer beginnings, taken at random. */
    private Stream<String> walks() {
        Random random = new Random(1);
        return IntStream.range(0, WALKS).mapToObj(walk -> {
            String text = "";
            for (List<Character> next = next(text); text.length() < WALK && !next.isEmpty(); next = next(text)) {
                text += next.get(random.nextInt(next.size()));
            }
            return text;
        });
    }

    /** The end of a beginning repeated, for repeated groups. */
    private static Stream<String> goingRound(String walk) {
        return IntStream.rangeClosed(1, Math.min(ROUND, walk.length())).mapToObj(round -> walk
                + walk.substring(walk.length() - round).repeat(LONG / round))
                .flatMap(run -> Stream.of(run, run + MISFIT));
    }

    /** One character, or two in turn, repeated; also two such runs with a separator between them. */
    private Stream<String> goingOn(String begin) {
        List<Character> next = next(begin);
        Stream<String> single = next.stream().map(c -> begin + String.valueOf(c).repeat(LENGTH / 2))
                .flatMap(run -> Stream.concat(Stream.of("", MISFIT), next(run).stream()
                        .map(c -> c + run.substring(begin.length()) + MISFIT)).map(run::concat));
        Stream<String> pairs = next.stream().flatMap(c -> next(begin + c).stream().filter(d -> !d.equals(c))
                .map(d -> begin + ("" + c + d).repeat(LENGTH / 2)).flatMap(run -> Stream.of(run, run + MISFIT)));
        return Stream.concat(single, pairs);
    }

    /** Short texts that may be the beginning of a match, the empty one first. */
    private Set<String> beginnings() {
        Set<String> known = new LinkedHashSet<>();
        known.add("");
        Deque<String> open = new ArrayDeque<>(known);
        while (!open.isEmpty() && known.size() < BEGINNINGS) {
            String begin = open.removeFirst();
            next(begin).stream().map(c -> begin + c).filter(known::add).forEach(open::addLast);
        }
        return known;
    }

    /** Characters with which a match may continue: one of each class that leads to the same choices. */
    private List<Character> next(String begin) {
        Map<List<Object>, Character> kinds = new LinkedHashMap<>();
        viable(begin).forEach(c -> kinds.putIfAbsent(List.of(kind(c), viable(begin + c)), c));
        return List.copyOf(kinds.values());
    }

    private List<Character> viable(String begin) {
        return viable.computeIfAbsent(begin, text -> alphabet.stream().filter(c -> goesAlong(text + c)).toList());
    }

    private static int kind(char c) {
        return Character.isWhitespace(c) ? Character.SPACE_SEPARATOR : Character.getType(c) < Character.DASH_PUNCTUATION
                ? Character.getType(c) : Character.OTHER_PUNCTUATION;
    }

    private boolean goesAlong(String begin) {
        Matcher matcher = pattern.matcher(begin);
        return matcher.matches() || matcher.hitEnd();
    }
}
