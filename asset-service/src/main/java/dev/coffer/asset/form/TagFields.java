package dev.coffer.asset.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.label.Tags;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.json.JsonReader;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tags of a form: a repeated field, a comma-separated text, a JSON array as text, or all of these at once. */
public final class TagFields {
    private final JsonReader json;
    private final Set<String> tags = new LinkedHashSet<>();

    public TagFields(JsonReader json) {
        this.json = json;
    }

    /**
     * Takes one field.
     *
     * @throws ServiceException 400 if it cannot be kept, 422 for a reserved tag
     */
    public void add(String value) {
        if (array(value) instanceof ArrayNode elements) {
            for (JsonNode element : elements) {
                if (!element.isTextual()) {
                    throw ServiceException.invalidBody("tags", "must be texts");
                }
                tags.addAll(Tags.normalised(List.of(element.textValue())));
            }
        } else {
            tags.addAll(Tags.normalised(Arrays.asList(value.split(","))));
        }
        Tags.refuseReserved(checked(), AssetErrorCode.RESERVED_TAG_ON_CREATE);
    }

    /** All tags so far as they are kept. */
    public List<String> checked() {
        return Tags.of(tags);
    }

    /** A JSON array if it is one; a label may begin with a bracket too. */
    private @Nullable JsonNode array(String value) {
        try {
            return value.startsWith("[") ? json.text("tags", value, JsonNode.class) : null;
        } catch (NumberFormatException e) {
            throw ServiceException.invalidBody("tags", "must be texts");
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
