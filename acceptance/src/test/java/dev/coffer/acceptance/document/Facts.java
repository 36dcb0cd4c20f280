package dev.coffer.acceptance.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** What {@code required-endpoints.yaml} demands of one operation. */
record Facts(JsonNode operation) {
    private static final int MANY = 1000;

    static List<Facts> all() {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(MANY);
        Yaml yaml = new Yaml(options);
        try (InputStream in = Facts.class.getResourceAsStream("/required-endpoints.yaml")) {
            JsonNode document = new ObjectMapper().valueToTree(yaml.load(in));
            return StreamSupport.stream(document.get("operations").spliterator(), false)
                    .map(Facts::new)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String document() {
        return operation.get("document").asText();
    }

    String path() {
        return operation.get("path").asText();
    }

    String method() {
        return operation.get("method").asText();
    }

    @Override
    public String toString() {
        return method() + " " + path();
    }
}
