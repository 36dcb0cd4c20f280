package dev.coffer.asset.upload;

import dev.coffer.asset.file.FileService;
import dev.coffer.asset.name.AssetName;
import dev.coffer.asset.name.Place;
import dev.coffer.common.identity.Owner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names that tell the files of a folder apart, as the open-source server gives them: {@code image (1).png} beside
 * {@code image.png} (comfy.md section 4.1). Front ends that are not built for Cloud ask for files by them.
 */
final class UploadedNames {
    private static final Pattern EXTENSION = Pattern.compile("(?!^)\\.[A-Za-z0-9]{1,16}\\z");
    private static final Pattern NUMBER = Pattern.compile(" \\((\\d{1,18})\\)(\\.[A-Za-z0-9]{1,16})?$");

    private final FileService files;

    UploadedNames(FileService files) {
        this.files = files;
    }

    /** A name like this one that no file has there. The number is the next one, found in steps that double. */
    String free(Owner owner, Place place, String name) {
        long taken = 0;
        long next = 1;
        while (files.isTaken(owner, place, numbered(name, next))) {
            taken = next;
            next *= 2;
        }
        while (next - taken > 1) {
            long between = (taken + next) / 2;
            if (files.isTaken(owner, place, numbered(name, between))) {
                taken = between;
            } else {
                next = between;
            }
        }
        return numbered(name, next);
    }

    /** Whether a file that is to be called {@code name} could have come to be called {@code given}. */
    static boolean isFormOf(String given, String name) {
        if (given.equals(name)) {
            return true;
        }
        Matcher number = NUMBER.matcher(given);
        return number.find() && given.equals(numbered(name, Long.parseLong(number.group(1))));
    }

    static String numbered(String name, long number) {
        Matcher end = EXTENSION.matcher(name);
        String extension = end.find() ? end.group() : "";
        String stem = name.substring(0, name.length() - extension.length());
        String rest = " (" + number + ")" + extension;
        int room = Math.min(AssetName.MAX_LENGTH - rest.length(), stem.codePointCount(0, stem.length()));
        return stem.substring(0, stem.offsetByCodePoints(0, room)) + rest;
    }
}
