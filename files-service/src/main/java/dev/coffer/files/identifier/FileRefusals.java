package dev.coffer.files.identifier;

import dev.coffer.common.error.ServiceException;
import dev.coffer.files.error.FilesErrorCode;
import dev.coffer.files.identifier.Identifier.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Refusals in the words that the SDKs parse, down to {@code File} and {@code Files} (cdf-files.md section 4). */
public final class FileRefusals {
    private static final Map<Kind, String> UNKNOWN = Map.of(
            Kind.ID, "File ids not found: ",
            Kind.EXTERNAL_ID, "Files ids not found: ",
            Kind.INSTANCE_ID, "Files instance ids not found: ");
    private static final Map<Kind, String> DUPLICATED = Map.of(
            Kind.ID, "Duplicate ids: ",
            Kind.EXTERNAL_ID, "Duplicate external ids: ",
            Kind.INSTANCE_ID, "Duplicate instance ids: ");
    private static final Map<Kind, String> NOT_UPLOADED = Map.of(
            Kind.ID, "Files not uploaded, ids: ",
            Kind.EXTERNAL_ID, "Files not uploaded, externalIds: ",
            Kind.INSTANCE_ID, "Files not uploaded, instanceIds: ");

    private FileRefusals() {}

    /** 400 with {@code missing}: there are no such files in the project. */
    public static ServiceException unknown(List<Identifier> missing) {
        return new ServiceException(
                FilesErrorCode.UNKNOWN_IDENTIFIER, message(UNKNOWN, missing), Map.of("missing", missing));
    }

    /** 409 with {@code duplicated}: named twice, or taken. */
    public static ServiceException duplicated(List<Identifier> duplicated) {
        return new ServiceException(
                FilesErrorCode.DUPLICATE_IDENTIFIER, message(DUPLICATED, duplicated), Map.of("duplicated", duplicated));
    }

    /** 400: the files are there, their content is not. Clients parse the first sentence. */
    public static ServiceException notUploaded(List<Identifier> empty) {
        return new ServiceException(FilesErrorCode.NOT_UPLOADED, message(NOT_UPLOADED, empty));
    }

    private static String message(Map<Kind, String> words, List<Identifier> identifiers) {
        Map<Kind, List<Identifier>> byKind = new EnumMap<>(Kind.class);
        identifiers.forEach(item -> byKind.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(item));
        return byKind.entrySet().stream()
                .map(kind -> words.get(kind.getKey()) + texts(kind.getValue()))
                .collect(Collectors.joining(". "));
    }

    private static String texts(List<Identifier> identifiers) {
        return identifiers.stream().map(Identifier::text).collect(Collectors.joining(", "));
    }
}
