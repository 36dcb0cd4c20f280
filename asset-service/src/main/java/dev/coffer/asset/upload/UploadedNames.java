package dev.coffer.asset.upload;

import dev.coffer.asset.AssetName;
import dev.coffer.asset.create.Place;
import dev.coffer.asset.file.FileService;
import dev.coffer.common.caller.Owner;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Names that tell the files of a folder apart, as the open-source server gives them: {@code image (1).png} beside
 * {@code image.png} (comfy.md section 4.1). Front ends that are not built for Cloud ask for files by them.
 */
@ApplicationScoped
class UploadedNames {
    private final FileService files;

    UploadedNames(FileService files) {
        this.files = files;
    }

    /** A name like this one that no file has there. The number is the next one, found in steps that double. */
    String free(Owner owner, Place place, String name) {
        long taken = 0;
        long next = 1;
        while (isTaken(owner, place, numbered(name, next))) {
            taken = next;
            next *= 2;
        }
        while (next - taken > 1) {
            long between = (taken + next) / 2;
            if (isTaken(owner, place, numbered(name, between))) {
                taken = between;
            } else {
                next = between;
            }
        }
        return numbered(name, next);
    }

    private boolean isTaken(Owner owner, Place place, String name) {
        return files.at(owner, place, name).isPresent();
    }

    static String numbered(String name, long number) {
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String rest = " (" + number + ")" + (dot > 0 ? name.substring(dot) : "");
        int room = Math.max(0, AssetName.MAX_LENGTH - rest.length());
        return stem.substring(0, stem.offsetByCodePoints(0, Math.min(room, stem.codePointCount(0, stem.length())))) + rest;
    }
}
