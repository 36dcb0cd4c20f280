package dev.coffer.acceptance.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a comment cites a section of a document, the document is a contract and has that section. */
class ContractCitationsTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final List<String> MODULES =
            List.of("common", "rendering", "blob-service", "userdata-service", "asset-service", "files-service",
                    "local-stack", "local-stack/components/edge", "local-stack/it", "testing", "acceptance");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (\\d+(?:\\.\\d+)*)");
    private static final Pattern POINT = Pattern.compile("^(\\d+)\\. ");
    private static final Pattern CITATION = Pattern.compile(
            "([\\w-]+)\\.md,? (?:sections? )?(\\d+(?:\\.\\d+)*(?:(?:, (?:and )?| and | to )\\d+(?:\\.\\d+)*)*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)*");
    private static final Pattern LINE_OF_COMMENT = Pattern.compile("\\n\\s*(?:\\*|//|#)?\\s*");

    @Test
    void everyCitedSectionExists() throws IOException {
        Map<String, Set<String>> sections = new HashMap<>();
        for (String contract : List.of("comfy", "cdf-files")) {
            sections.put(contract,
                    sections(Files.readString(REPOSITORY.resolve("docs/contracts/" + contract + ".md"))));
        }
        Set<String> broken = new TreeSet<>();
        int citations = 0;
        for (Path source : sources()) {
            for (Citation citation : citations(Files.readString(source))) {
                citations++;
                if (!sections.getOrDefault(citation.contract(), Set.of()).contains(citation.section())) {
                    broken.add(source + ": " + citation.contract() + ".md section " + citation.section());
                }
            }
        }
        assertThat(broken).isEmpty();
        assertThat(citations).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "(comfy.md section 0.4)|[comfy 0.4]",
        "cdf-files.md sections 2 and 3.1: x|[cdf-files 2, cdf-files 3.1]",
        "comfy.md 2.1.1, 2.2 and 4.|[comfy 2.1.1, comfy 2.2, comfy 4]",
        "see comfy.md|[]"
    })
    void aCitationNamesSections(String text, String expected) {
        assertThat(citations(text).stream().map(c -> c.contract() + " " + c.section()).toList()).hasToString(expected);
    }

    @Test
    void aCitationMayGoOnInTheNextLine() {
        assertThat(citations("/**\n * x (comfy.md\n     * section 9.9)").getFirst())
                .isEqualTo(new Citation("comfy", "9.9"));
    }

    @Test
    void aCitationMayNameADocumentThatIsNotThere() {
        assertThat(citations("x (cdf-transactions" + ".md section 3.1)"))
                .containsExactly(new Citation("cdf-transactions", "3.1"));
    }

    private record Citation(String contract, String section) {}

    private static List<Citation> citations(String text) {
        return CITATION.matcher(LINE_OF_COMMENT.matcher(text).replaceAll(" ")).results()
                .flatMap(found -> NUMBER.matcher(found.group(2)).results()
                        .map(number -> new Citation(found.group(1), number.group())))
                .toList();
    }

    /** Numbers of the headings, and of the points below one. */
    private static Set<String> sections(String contract) {
        Set<String> sections = new HashSet<>();
        String heading = "";
        for (String line : contract.lines().toList()) {
            Matcher found = HEADING.matcher(line);
            Matcher point = POINT.matcher(line);
            if (found.lookingAt()) {
                heading = found.group(1);
                sections.add(heading);
            } else if (point.find()) {
                sections.add(heading + "." + point.group(1));
            }
        }
        return sections;
    }

    private static List<Path> sources() throws IOException {
        Set<Path> found = new TreeSet<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(REPOSITORY.resolve(module).resolve("src"))) {
                files.filter(file -> file.toString().matches(".*\\.(java|sql|yaml|properties)")).forEach(found::add);
            }
        }
        return List.copyOf(found);
    }
}
