package dev.coffer.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.http.BodyConfig;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;

/** Holds all JSON that is read to its limits, wherever it comes from. There is one mapper: see {@code JsonRules}. */
@Singleton
public class JsonLimits implements ObjectMapperCustomizer {
    private final JsonConfig config;
    private final BodyConfig bodies;

    public JsonLimits(JsonConfig config, BodyConfig bodies) {
        this.config = config;
        this.bodies = bodies;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        StreamReadConstraints constraints = constraints();
        mapper.getFactory().setStreamReadConstraints(constraints);
        // Names of clients would stay in a table of the JVM, and one of them after the other makes it long.
        mapper.getFactory().disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
        // For the parsers of libraries.
        StreamReadConstraints.overrideDefaultStreamReadConstraints(constraints);
    }

    private StreamReadConstraints constraints() {
        long limit = bodies.jsonLimit().asLongValue();
        return StreamReadConstraints.builder()
                .maxDocumentLength(limit)
                .maxStringLength((int) Math.min(Integer.MAX_VALUE, limit))
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
