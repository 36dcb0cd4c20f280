package dev.coffer.acceptance.monitoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a query of Prometheus names: the metrics with the conditions on their labels, and the labels that it groups by.
 *
 * @param selectors each metric that it reads
 * @param groupings the labels of all its {@code by}, {@code on} and their like
 * @param grouped whether there is one: then a result has no other labels
 */
record PromQl(List<Selector> selectors, Set<String> groupings, boolean grouped) {
    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>\"(?:[^\"\\\\]|\\\\.)*\")|(?<range>\\[[^]]*])|(?<name>[A-Za-z_:][A-Za-z0-9_:]*)"
                    + "|(?<number>[0-9][0-9a-z.]*)|(?<operator>=~|!~|!=|==|>=|<=|[-+*/%^<>=(){},])|(?<blank>\\s+)");
    private static final Set<String> GROUPING =
            Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan");

    /**
     * A metric as a query reads it.
     *
     * @param labels the condition on each label that is named, such as {@code =~asset|blob}
     */
    record Selector(String metric, Map<String, String> labels) {}

    /** @throws IllegalArgumentException for what is no query, as far as this can tell */
    static PromQl parse(String query) {
        List<String> tokens = tokens(query);
        List<Selector> selectors = new ArrayList<>();
        Set<String> groupings = new TreeSet<>();
        boolean grouped = false;
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            String next = i + 1 < tokens.size() ? tokens.get(i + 1) : "";
            if (GROUPING.contains(token)) {
                grouped = true;
                for (i += 2; !tokens.get(i).equals(")"); i++) {
                    if (!tokens.get(i).equals(",")) {
                        groupings.add(tokens.get(i));
                    }
                }
            } else if (token.matches("[A-Za-z_:].*") && !isFunction(next) && !WORDS.contains(token)) {
                Map<String, String> labels = new LinkedHashMap<>();
                if (next.equals("{")) {
                    i = conditions(tokens, i + 2, labels);
                }
                selectors.add(new Selector(token, labels));
            }
        }
        if (selectors.isEmpty()) {
            throw new IllegalArgumentException("no metric in " + query);
        }
        return new PromQl(selectors, groupings, grouped);
    }

    /** Whether what stands before it is a function: {@code sum(…} or {@code sum by (…}. */
    private static boolean isFunction(String next) {
        return next.equals("(") || next.equals("by") || next.equals("without");
    }

    /** Reads label, operator, text and comma from there on; returns where the brace is that closes them. */
    private static int conditions(List<String> tokens, int from, Map<String, String> labels) {
        int i = from;
        while (!tokens.get(i).equals("}")) {
            String text = tokens.get(i + 2);
            labels.put(tokens.get(i), tokens.get(i + 1) + text.substring(1, text.length() - 1));
            i += tokens.get(i + 3).equals(",") ? 4 : 3;
        }
        return i;
    }

    private static List<String> tokens(String query) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length() && token.find(end) && token.start() == end) {
            end = token.end();
            if (token.group("blank") == null && token.group("range") == null) {
                tokens.add(token.group());
            }
        }
        if (end < query.length()) {
            throw new IllegalArgumentException("not understood: " + query.substring(end));
        }
        return tokens;
    }
}
