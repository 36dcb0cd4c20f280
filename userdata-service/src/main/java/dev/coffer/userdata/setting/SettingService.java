package dev.coffer.userdata.setting;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.coffer.common.database.Turns;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.common.text.Text;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.io.output.UnsynchronizedByteArrayOutputStream;

/**
 * The settings of a person (comfy.md section 5.9). They are merged key by key: two pages that save different keys at
 * the same moment both succeed. Values are any JSON, null included.
 */
@ApplicationScoped
public class SettingService {
    private static final int MAX_KEY = 500;
    /** What comes from the database, and the answer made of it. */
    private static final long COPIES = 2;
    private static final String SETTINGS = "settings";

    private final SettingRepository settings;
    private final Turns turns;
    private final SettingConfig config;
    private final JsonMemory memory;
    private final ObjectMapper json;
    private final ObjectWriter ascii;

    SettingService(
            SettingRepository settings, Turns turns, SettingConfig config, JsonMemory memory, ObjectMapper json) {
        this.settings = settings;
        this.turns = turns;
        this.config = config;
        this.memory = memory;
        this.json = json;
        // A lone surrogate is legal in JSON, but cannot be stored in the database unescaped.
        this.ascii = json.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII.mappedFeature());
    }

    /** All settings as one JSON object in UTF-8. */
    @Transactional
    public byte[] document(Caller person) {
        memory.answer(COPIES * settings.size(person));
        return object(settings.all(person));
    }

    /** One setting as JSON in UTF-8; empty if it was never set. */
    @Transactional
    public Optional<byte[]> value(Caller person, String key) {
        memory.answer(COPIES * settings.valueSize(person, key));
        return settings.value(person, key);
    }

    /** An object whose values are JSON already: in an array of its size, for it can be large. */
    static byte[] object(Map<String, byte[]> values) {
        List<byte[]> parts = new ArrayList<>();
        values.forEach((key, value) -> {
            parts.add(utf8((parts.isEmpty() ? "{" : ",") + TextNode.valueOf(key) + ":"));
            parts.add(value);
        });
        parts.add(utf8(parts.isEmpty() ? "{}" : "}"));
        ByteBuffer all = ByteBuffer.allocate(parts.stream().mapToInt(part -> part.length).sum());
        parts.forEach(all::put);
        return all.array();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Sets these and keeps all others.
     *
     * @throws ServiceException 400 for a key that cannot be kept, 413 if the settings get too large together
     */
    public void merge(Caller person, Map<String, JsonNode> values) {
        SortedMap<String, String> texts = new TreeMap<>();
        values.forEach((key, value) -> texts.put(checkedKey(key), text(value)));
        // There is a second copy on the way to the database.
        memory.answer(2 * texts.values().stream().mapToLong(String::length).sum());
        // Serialised, because concurrent changes together could exceed the limit.
        turns.call(() -> merge(person, texts), SETTINGS, person.tenant(), person.subject());
    }

    /** Returns how large all settings are now. */
    private long merge(Caller person, SortedMap<String, String> texts) {
        settings.merge(person, texts);
        long limit = config.maxSize().asLongValue();
        long size = settings.size(person);
        if (size > limit) {
            throw new ServiceException(
                    ErrorCode.FILE_TOO_LARGE, "Settings may have at most " + limit + " bytes together, as JSON.");
        }
        return size;
    }

    /** @throws ServiceException 400 for a key that cannot be kept */
    static String checkedKey(String key) {
        if (key.isEmpty()) {
            throw ServiceException.invalidBody("key", "must not be empty");
        }
        return Text.check("key", key, MAX_KEY);
    }

    private String text(JsonNode value) {
        try {
            UnsynchronizedByteArrayOutputStream text = UnsynchronizedByteArrayOutputStream.builder().get();
            ascii.writeValue(text, value);
            return text.toString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
