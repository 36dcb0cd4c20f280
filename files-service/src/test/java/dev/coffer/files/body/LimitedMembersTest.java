package dev.coffer.files.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.junit.jupiter.api.Test;

/** No list and no map of a body grows without a limit. */
class LimitedMembersTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    void everyListOfABodyHasALimit() throws IOException {
        List<String> unlimited = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> files = Files.walk(CLASSES)) {
            for (Path file : files
                    .filter(path -> path.toString().matches(".*(Request|Filter|Update)(\\$\\w+)?\\.class")).toList()) {
                Class<?> type = type(file);
                for (RecordComponent member : type.isRecord() ? type.getRecordComponents() : new RecordComponent[0]) {
                    seen++;
                    if (!limited(member)) {
                        unlimited.add(type.getSimpleName() + "." + member.getName());
                    }
                }
            }
        }
        assertThat(seen).isGreaterThan(50);
        assertThat(unlimited).isEmpty();
    }

    private static boolean limited(RecordComponent member) {
        Schema schema = member.getAccessor().getAnnotation(Schema.class);
        if (Collection.class.isAssignableFrom(member.getType())) {
            return schema != null && schema.maxItems() >= 0;
        }
        return !Map.class.isAssignableFrom(member.getType()) || schema != null && schema.maxProperties() > 0;
    }

    private static Class<?> type(Path file) {
        String name = CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
        try {
            return Class.forName(name, false, LimitedMembersTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
