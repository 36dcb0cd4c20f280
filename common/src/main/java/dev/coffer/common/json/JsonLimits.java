package dev.coffer.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.streams.BodyConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * Holds all JSON that is read to its limits, wherever it comes from. No customizer of the mapper: Hibernate wants that
 * one before there is a configuration.
 */
@Startup
@Singleton
public class JsonLimits {
    private final JsonConfig config;

    public JsonLimits(JsonConfig config, BodyConfig bodies, ObjectMapper mapper) {
        this.config = config;
        StreamReadConstraints constraints = constraints(bodies.jsonLimit().asLongValue());
        mapper.getFactory().setStreamReadConstraints(constraints);
        // Names of clients would stay in a table of the JVM, and one of them after the other makes it long.
        mapper.getFactory().disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
        // For the parsers of libraries.
        StreamReadConstraints.overrideDefaultStreamReadConstraints(constraints);
    }

    private StreamReadConstraints constraints(long bytes) {
        return StreamReadConstraints.builder()
                .maxDocumentLength(bytes)
                .maxStringLength((int) Math.min(Integer.MAX_VALUE, bytes))
                .maxTokenCount(config.maxTokens())
                .maxNestingDepth(config.maxDepth())
                .maxNumberLength(config.maxNumberLength())
                .maxNameLength(config.maxNameLength())
                .build();
    }

    /** What is allowed, as the end of a sentence. */
    String rule() {
        return "must have at most " + config.maxTokens() + " values and names, nested at most " + config.maxDepth()
                + " deep, numbers of at most " + config.maxNumberLength() + " and names of at most "
                + config.maxNameLength() + " characters";
    }
}
