package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Transfer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every path of the served documents allows the methods that it has there, and names them when it is sent another one.
 */
@Order(32)
class PathsIT {
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Set<String> ALL = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH");

    /** Any other method than this one asks there for a file whose name happens to have the word in it. */
    private static final String WORD_IN_NAMES = "/move/";

    record KnownPath(String path, Set<String> methods) {
        /** About something that is named by a number, which every kind of thing can be. */
        String target() {
            return path.replace("{project}", A.project()).replaceAll("\\{[^}]++}", "1");
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static List<KnownPath> paths() {
        List<KnownPath> paths = new ArrayList<>();
        EveryOperation.all().stream()
                .filter(operation -> !operation.path().contains(WORD_IN_NAMES))
                .collect(Collectors.groupingBy(EveryOperation::path, TreeMap::new, Collectors.toList()))
                .forEach((path, operations) -> paths.add(new KnownPath(path, methods(operations))));
        return paths;
    }

    private static Set<String> methods(List<EveryOperation> operations) {
        Set<String> methods = operations.stream()
                .map(operation -> operation.method().toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return methods;
    }

    @ParameterizedTest
    @MethodSource("paths")
    void namesItsMethodsWhenAnotherOneIsSent(KnownPath path) {
        ALL.stream().filter(method -> !path.methods.contains(method)).forEach(method -> {
            Answer answer = send(method, path.target());
            assertThat(answer.status() + " " + answer.header("Allow")).as(method + " " + path.target())
                    .isEqualTo("405 " + String.join(", ", path.methods));
            assertThat(answer.header("X-Request-Id")).isEqualTo("every-path");
        });
    }

    @ParameterizedTest
    @MethodSource("paths")
    void doesNotRefuseItsOwnMethods(KnownPath path) {
        path.methods.stream().filter(READING::contains)
                .forEach(method -> assertThat(send(method, path.target()).status()).as(method + " " + path.target())
                        .isNotIn(405, 500, 501));
        assertThat(send("OPTIONS", path.target()).status()).as("OPTIONS " + path.target()).isIn(200, 204);
    }

    private static Answer send(String method, String target) {
        return Transfer.send(as(A).transfer(target).header("X-Request-Id", "every-path")
                .method(method, BodyPublishers.noBody()));
    }
}
