package dev.coffer.asset.name;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a file lies (comfy.md section 4.1). It is settled when the asset comes to be: tags and metadata that change
 * later are labels.
 *
 * @param location one of the locations, if it lies in one
 * @param subfolder empty for the root
 */
public record Place(@Nullable Location location, String subfolder) {
    private static final int MAX_SUBFOLDER = 512;

    /** The place of an asset that was not put anywhere: its tags may name a location, its metadata a folder. */
    public static Place of(List<String> tags, @Nullable Object subfolder) {
        return new Place(tagged(tags), subfolder instanceof String text ? folder(text) : "");
    }

    /** The place of {@code input/sub/a.png}; where a path names no location the tags may. */
    public static Place ofPath(String path, List<String> tags) {
        int slash = path.indexOf('/');
        Optional<Location> named = slash < 0 ? Optional.empty() : Location.of(path.substring(0, slash));
        String rest = named.isPresent() ? path.substring(slash + 1) : path;
        String folder = rest.substring(0, Math.max(0, rest.lastIndexOf('/')));
        return new Place(named.orElseGet(() -> tagged(tags)), folder);
    }

    /** The location as rows say it: empty for none. */
    public String type() {
        return location == null ? "" : location.tag();
    }

    private static @Nullable Location tagged(List<String> tags) {
        return Arrays.stream(Location.values()).filter(location -> tags.contains(location.tag())).findFirst()
                .orElse(null);
    }

    /**
     * The folder that metadata name: never refused, for metadata are free; one that {@code GET /api/view} could not be
     * asked for is the root. Unlike there, {@code ..} is not resolved.
     */
    private static String folder(String text) {
        if (text.length() > MAX_SUBFOLDER) {
            return "";
        }
        List<String> steps =
                Arrays.stream(text.split("[/\\\\]")).filter(step -> !step.isEmpty() && !step.equals(".")).toList();
        return steps.contains("..") ? "" : String.join("/", steps);
    }
}
