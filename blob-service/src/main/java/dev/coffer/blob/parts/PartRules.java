package dev.coffer.blob.parts;

import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Which parts make an object (cdf-files.md sections 3.3 and 3.4). */
final class PartRules {
    private static final int NAMED = 20;

    private PartRules() {}

    /** @throws ServiceException 400 naming the parts that are missing or too small */
    static void check(int expected, List<UploadPart> parts) {
        if (parts.size() < expected) {
            throw refused("Parts have not been uploaded: " + missing(expected, parts) + ".");
        }
        for (UploadPart part : parts.subList(0, expected - 1)) {
            if (part.size() < ObjectStore.MIN_PART) {
                throw refused("Part " + part.number() + " has " + part.size()
                        + " bytes; every part but the last must have at least " + ObjectStore.MIN_PART + ".");
            }
        }
    }

    static ServiceException refused(String why) {
        return new ServiceException(ErrorCode.INVALID_REQUEST, why);
    }

    private static String missing(int expected, List<UploadPart> parts) {
        Set<Integer> there = parts.stream().map(UploadPart::number).collect(Collectors.toSet());
        List<String> missing = IntStream.rangeClosed(1, expected)
                .filter(number -> !there.contains(number))
                .mapToObj(Integer::toString)
                .toList();
        String named = missing.stream().limit(NAMED).collect(Collectors.joining(", "));
        return missing.size() > NAMED ? named + " and " + (missing.size() - NAMED) + " more" : named;
    }
}
