package dev.coffer.common.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.streams.BodyConfig;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;

/**
 * Applies the limits of {@link JsonConfig} to all JSON that is read. It configures the mapper after the start instead
 * of through an {@code ObjectMapperCustomizer}, because Hibernate makes the mapper before the configuration is
 * available.
 */
@Startup
@Singleton
public class JsonLimits {
    private final JsonConfig config;

    public JsonLimits(JsonConfig config, BodyConfig bodies, ObjectMapper mapper) {
        this.config = config;
        StreamReadConstraints constraints = constraints(bodies.jsonLimit().asLongValue());
        mapper.getFactory().setStreamReadConstraints(constraints);
        // Interned names of members chosen by clients would fill the string table of the JVM.
        mapper.getFactory().disable(JsonFactory.Feature.INTERN_FIELD_NAMES);
        // Parsers that libraries create themselves use the defaults.
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
