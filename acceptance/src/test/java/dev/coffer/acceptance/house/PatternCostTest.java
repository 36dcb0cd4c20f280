package dev.coffer.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What regular expressions cost: for any text, no more than a number of steps for each of its characters. It tries
 * every one that the compiled classes use, so a new one is tried as well.
 */
class PatternCostTest {
    private static final List<String> MODULES = List.of(
            "common", "rendering", "blob-service", "userdata-service", "asset-service", "files-service", "local-stack",
            "local-stack/components/edge");
    private static final int STEPS_PER_CHARACTER = 100;
    private static final long STACK_BYTES = 512 * 1024;

    static Stream<UsedPattern> patterns() {
        return MODULES.stream().flatMap(module -> UsedPattern.in(Path.of("..", module, "target", "classes")).stream());
    }

    @Test
    void theyAreFound() {
        assertThat(patterns()).hasSizeGreaterThan(20);
        assertThat(UsedPattern.in(Path.of("target", "test-classes")))
                .filteredOn(used -> used.place().contains(Careless.class.getSimpleName()))
                .extracting(UsedPattern::regex)
                .containsExactlyInAnyOrder(Careless.RANGE, Careless.NAME, "\\s+$", "(a|b)*", null);
    }

    @Test
    void carelessOnesAreFoundOut() {
        assertThat(List.of(new UsedPattern("", Careless.RANGE, 0, false),
                new UsedPattern("", Careless.NAME, Pattern.DOTALL, false),
                new UsedPattern("", "\\s+$", 0, true), new UsedPattern("", "(a|b)*", 0, false),
                new UsedPattern("", "x/x(;x+=x)*", 0, false)))
                .allSatisfy(used -> assertThat(firstTooCostly(used)).as(used.regex()).isNotNull());
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void noTextCostsMoreThanItWeighs(UsedPattern used) {
        assertThat(used.regex()).as("a constant, at " + used.place()).isNotNull();
        String text = firstTooCostly(used);
        if (text != null) {
            fail("%s: too many steps for %s… (%d characters)", used, text.substring(0, 80), text.length());
        }
    }

    /** On a thread with the stack size of those that serve requests. */
    private static String firstTooCostly(UsedPattern used) {
        Pattern pattern = Pattern.compile(used.regex(), used.flags());
        FutureTask<String> search = new FutureTask<>(() -> new HostileTexts(pattern).all()
                .filter(text -> tooCostly(pattern, text, used.searched()))
                .findFirst().orElse(null));
        new Thread(null, search, used.place(), STACK_BYTES).start();
        try {
            return search.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(used.toString(), e);
        }
    }

    private static boolean tooCostly(Pattern pattern, String text, boolean searched) {
        Matcher matcher = pattern.matcher(new CountedText(text, (long) STEPS_PER_CHARACTER * text.length()));
        try {
            if (searched) {
                while (matcher.find()) {
                    continue;
                }
            } else {
                matcher.matches();
            }
            return false;
        } catch (CountedText.TooManySteps | StackOverflowError e) {
            return true;
        }
    }

    /** Expressions that must be rejected. */
    static final class Careless {
        static final String RANGE = "bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})\\s*";
        static final String NAME = "(.*?)\\s*\\[(input|output|temp)]";
        private static final Pattern COMPILED = Pattern.compile(NAME, Pattern.DOTALL);

        private Careless() {}

        static boolean all(String text) {
            return text.matches(RANGE) || COMPILED.matcher(text).matches() || text.replaceAll("\\s+$", "").isEmpty()
                    || Pattern.matches("(a|b)*", text) || text.split(text).length > 0;
        }
    }
}
