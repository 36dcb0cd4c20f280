package dev.coffer.asset.name;

import dev.coffer.common.content.MediaTypes;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file names that the API gives to contents: the hex digits of the hash and an extension (comfy.md section 4.1).
 * The digits say which content is meant, the extension is for those who read it.
 */
public final class ContentName {
    private static final Pattern EXTENSION = Pattern.compile("\\.([A-Za-z0-9]{1,16})$");
    private static final Pattern MEDIA = Pattern.compile("(?:image|video|audio|text)/(?:x-)?([a-z0-9]{1,16})");

    private static final Pattern NAME = Pattern.compile("(?:blake3:)?([0-9a-fA-F]{64})(?:\\.[A-Za-z0-9]{1,16})?");

    private ContentName() {}

    /** The hash of the content that a text names: by itself, with or without its prefix, or as a file name. */
    public static Optional<String> hash(String text) {
        Matcher digits = NAME.matcher(text);
        return digits.matches() ? Optional.of("blake3:" + digits.group(1).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /**
     * The file name of a content.
     *
     * @param called how a person calls the content; its extension is kept, else the type suggests one
     */
    public static String of(String hash, String called, String mimeType) {
        String extension = extension(called, mimeType);
        return extension.isEmpty() ? Hashes.digits(hash) : Hashes.digits(hash) + "." + extension;
    }

    private static String extension(String called, String mimeType) {
        Matcher named = EXTENSION.matcher(called);
        if (named.find()) {
            return named.group(1).toLowerCase(Locale.ROOT);
        }
        Matcher typed = MEDIA.matcher(MediaTypes.bare(mimeType));
        return typed.matches() ? typed.group(1) : "";
    }
}
