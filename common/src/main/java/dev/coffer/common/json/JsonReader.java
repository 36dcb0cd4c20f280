package dev.coffer.common.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Optional;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON of clients in two passes: the first only counts, then the request reserves the heap that the second one
 * may need. Both are done in turns where texts are long ({@link JsonTurns}).
 */
@ApplicationScoped
public class JsonReader {
    /** What a token becomes on the heap at most, apart from the characters of texts: measured for all shapes. */
    static final long BYTES_PER_TOKEN = 80;

    private static final int STEP = 8192;

    private final ObjectMapper json;
    private final JsonLimits limits;
    private final JsonMemory memory;
    private final JsonTurns turns;
    private final JsonBudget budget;

    public JsonReader(ObjectMapper json, JsonLimits limits, JsonMemory memory, JsonTurns turns, JsonBudget budget) {
        this.json = json;
        this.limits = limits;
        this.memory = memory;
        this.turns = turns;
        this.budget = budget;
    }

    /** What reads the one value of a text; the parser stands before it. */
    public interface Content<T extends @Nullable Object> {
        T of(JsonParser parser) throws IOException;
    }

    /**
     * Reads a body. Its bytes are kept until the end, so that they can be read twice.
     *
     * @throws ServiceException {@code INVALID_BODY}, 400, above the limits of {@link JsonConfig}; 413, 429 or 503 if
     *     there is no memory for it; 503 if its turn does not come
     * @throws JsonProcessingException if it is no JSON, or does not fit
     */
    public <T extends @Nullable Object> T body(InputStream body, Content<T> content) throws IOException {
        UnsynchronizedByteArrayOutputStream bytes = collected(body);
        try (JsonParser parser = json.createParser(bytes.toInputStream())) {
            admit("body", parser, bytes.size());
        }
        return turns.call(memory.account(), bytes.size(), () -> {
            try (JsonParser parser = json.createParser(bytes.toInputStream())) {
                return content.of(parser);
            }
        });
    }

    /**
     * Reads a text out of a form or a query.
     *
     * @param field its name, for a refusal
     * @throws ServiceException as {@link #body}
     * @throws JsonProcessingException if it is no JSON, or does not fit
     */
    public <T> T text(String field, String text, TypeReference<T> type) throws JsonProcessingException {
        return text(field, text, type.getType());
    }

    /** The same. */
    public <T> T text(String field, String text, Class<T> type) throws JsonProcessingException {
        return text(field, text, (Type) type);
    }

    private <T> T text(String field, String text, Type type) throws JsonProcessingException {
        try (JsonParser parser = json.createParser(text)) {
            admit(field, parser, text.length());
            return turns.call(memory.account(), text.length(), () -> json.readValue(text, json.constructType(type)));
        } catch (JsonProcessingException | ServiceException e) {
            throw e;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Reads a text that may be anything; empty if it is no JSON, above the limits of {@link JsonConfig}, {@code null},
     * does not fit the type, or has numbers that nothing can hold, such as {@code 1e99999999999}: Jackson calls them
     * JSON and finds out later.
     *
     * @throws ServiceException 413, 429 or 503 if there is no memory for it
     */
    public <T> Optional<T> textIfFits(String text, Class<T> type) {
        try (JsonParser parser = json.createParser(text)) {
            memory.take(tokens(parser, text.length()) * BYTES_PER_TOKEN + text.length());
            return Optional.ofNullable(
                    turns.call(memory.account(), text.length(), () -> json.readValue(text, type)));
        } catch (JsonProcessingException | NumberFormatException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private UnsynchronizedByteArrayOutputStream collected(InputStream body) throws IOException {
        UnsynchronizedByteArrayOutputStream bytes = UnsynchronizedByteArrayOutputStream.builder().get();
        byte[] buffer = new byte[STEP];
        long taken = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            if (bytes.size() + read > taken) {
                long more = Math.max(STEP, taken / 4);
                memory.take(more);
                taken += more;
            }
            bytes.write(buffer, 0, read);
        }
        return bytes;
    }

    private void admit(String field, JsonParser parser, long length) throws IOException {
        long tokens;
        try {
            tokens = tokens(parser, length);
        } catch (StreamConstraintsException e) {
            throw ServiceException.invalidBody(field, limits.rule());
        }
        memory.take(tokens * BYTES_PER_TOKEN + length);
    }

    private long tokens(JsonParser parser, long length) throws IOException {
        try {
            return turns.call(memory.account(), length, () -> tokens(parser));
        } catch (StreamConstraintsException e) {
            budget.count("limits");
            throw e;
        }
    }

    private static long tokens(JsonParser parser) throws IOException {
        long tokens = 0;
        while (parser.nextToken() != null) {
            tokens++;
        }
        return tokens;
    }
}
