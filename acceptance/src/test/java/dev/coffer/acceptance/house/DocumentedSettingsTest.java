package dev.coffer.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting is in a page for operators, and no page has one that is not there. */
class DocumentedSettingsTest {
    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z0-9.-]+)\"\\)");
    private static final Pattern NESTED = Pattern.compile("(?m)^    (?:enum|interface|record) ");
    private static final Pattern MEMBER =
            Pattern.compile("(?m)^    [A-Z][\\w<>, ]+ (\\w+)\\(\\);|^    [a-z]+ (\\w+)\\(\\);");
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"(coffer[a-z0-9.-]+)\"");
    private static final Pattern DOCUMENTED = Pattern.compile("`(coffer\\.[a-z0-9.-]+[a-z0-9])`");
    private static final Pattern PARAGRAPH = Pattern.compile("\\n\\n|\\n(?=\\|)");
    /** A topic, and what the tests of the local stack are told. */
    private static final Set<String> NO_SETTINGS = Set.of("coffer.blobs", "coffer.components");

    private static final Set<String> PATHS = Repository.paths();

    @Test
    void everySettingIsDocumented() {
        List<String> paragraphs = pages().flatMap(page -> PARAGRAPH.splitAsStream(page)).toList();
        Set<String> undocumented = settings();
        assertThat(undocumented).hasSizeGreaterThan(100);
        undocumented.removeIf(setting -> paragraphs.stream().anyMatch(paragraph -> names(paragraph, setting)));
        assertThat(undocumented).isEmpty();
    }

    @Test
    void everyDocumentedSettingExists() {
        Set<String> settings = settings();
        Set<String> unknown = pages().flatMap(page -> DOCUMENTED.matcher(page).results())
                .map(found -> found.group(1))
                .filter(name -> !NO_SETTINGS.contains(name) && settings.stream().noneMatch(
                        setting -> setting.equals(name) || setting.startsWith(name + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unknown).isEmpty();
    }

    /** In full, or with its last part alone after others of its prefix. */
    private static boolean names(String paragraph, String setting) {
        int dot = setting.lastIndexOf('.');
        String last = setting.substring(dot + 1);
        return paragraph.contains("`" + setting + "`")
                || paragraph.contains("`" + setting.substring(0, dot))
                        && paragraph.matches("(?s).*`\\.?" + last + "[`.].*");
    }

    private static Stream<String> pages() {
        return Repository.documents(PATHS).stream().map(Repository::text);
    }

    private static Set<String> settings() {
        Set<String> settings = new TreeSet<>();
        PATHS.stream().filter(path -> path.contains("/src/main/java/") && path.endsWith("Config.java"))
                .map(Repository::text)
                .forEach(source -> addSettings(source, settings));
        return settings;
    }

    private static void addSettings(String source, Set<String> settings) {
        PROPERTY.matcher(source).results().forEach(found -> settings.add(found.group(1)));
        Matcher prefix = PREFIX.matcher(source);
        if (prefix.find()) {
            MEMBER.matcher(NESTED.split(source, 2)[0]).results()
                    .forEach(member -> settings.add(prefix.group(1) + "." + kebab(member)));
        }
    }

    private static String kebab(MatchResult member) {
        String name = member.group(1) == null ? member.group(2) : member.group(1);
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }
}
