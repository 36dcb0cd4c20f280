package dev.coffer.files.label;

import static dev.coffer.common.error.ServiceException.invalidBody;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.text.Text;
import dev.coffer.files.error.FilesErrorCode;
import dev.coffer.files.field.FieldLimits;
import dev.coffer.files.field.FieldRules;
import dev.coffer.files.field.Label;
import dev.coffer.files.label.LabelRequests.CreateLabelsRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The limits of labels, and refusals (cdf-files.md section 7). */
final class LabelRules {
    static final int MOST = 1000;
    static final int NAME = 140;
    static final int DESCRIPTION = 500;
    static final int DATA_SETS = 1000;

    private LabelRules() {}

    /**
     * Passes good items on.
     *
     * @throws ServiceException 400 naming the field; 409 if a label comes twice
     */
    static List<CreateLabelsRequest.Item> create(List<CreateLabelsRequest.Item> items) {
        count(items);
        for (int i = 0; i < items.size(); i++) {
            String field = "items[" + i + "].";
            CreateLabelsRequest.Item item = items.get(i);
            required(field + "externalId", item.externalId(), FieldLimits.EXTERNAL_ID);
            required(field + "name", item.name(), NAME);
            Text.check(field + "description", item.description(), DESCRIPTION);
            FieldRules.id(field + "dataSetId", item.dataSetId());
        }
        unique(items.stream().map(CreateLabelsRequest.Item::externalId).toList());
        return items;
    }

    /**
     * The external ids of good items.
     *
     * @throws ServiceException 400 naming the field; 409 if a label comes twice
     */
    static List<String> externalIds(List<Label> items) {
        count(items);
        for (int i = 0; i < items.size(); i++) {
            required("items[" + i + "].externalId", items.get(i).externalId(), FieldLimits.EXTERNAL_ID);
        }
        List<String> externalIds = items.stream().map(Label::externalId).toList();
        unique(externalIds);
        return externalIds;
    }

    static ServiceException unknown(List<String> externalIds) {
        return refused(FilesErrorCode.UNKNOWN_IDENTIFIER, "Label external ids not found: ", "missing", externalIds);
    }

    static ServiceException duplicated(List<String> externalIds) {
        return refused(FilesErrorCode.DUPLICATE_IDENTIFIER, "Duplicate external ids: ", "duplicated", externalIds);
    }

    private static ServiceException refused(ErrorCode code, String words, String list, List<String> externalIds) {
        List<Label> labels = externalIds.stream().map(Label::new).toList();
        return new ServiceException(
                code, words + externalIds.stream().collect(Collectors.joining(", ")), Map.of(list, labels));
    }

    private static void count(@Nullable List<?> items) {
        if (items == null || items.size() > MOST || items.contains(null)) {
            throw invalidBody("items", "must be a list of at most " + MOST + " labels");
        }
    }

    private static void required(String field, @Nullable String value, int most) {
        if (value == null || value.isEmpty()) {
            throw invalidBody(field, "is required: a text of 1 to " + most + " characters");
        }
        Text.check(field, value, most);
    }

    private static void unique(List<String> externalIds) {
        Set<String> seen = new HashSet<>();
        List<String> again = externalIds.stream().filter(externalId -> !seen.add(externalId)).distinct().toList();
        if (!again.isEmpty()) {
            throw duplicated(again);
        }
    }
}
