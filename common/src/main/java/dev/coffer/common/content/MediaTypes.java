package dev.coffer.common.content;

import dev.coffer.common.framework.FrameworkInternals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** Media types: which one a file name suggests, and what can be sent as one. */
public final class MediaTypes {
    /** Bytes of which nothing is known; a browser saves them. */
    public static final String UNKNOWN = "application/octet-stream";

    private static final Properties BY_EXTENSION = load();
    private static final String TOKEN = "[\\w!#$%&'*+.^`|~-]++";
    private static final Pattern WELL_FORMED = Pattern.compile(TOKEN + "/" + TOKEN + "([ \\t]*+;[\\x20-\\x7e]*+)?+");

    private MediaTypes() {}

    /** What the extension of a file name suggests, else {@link #UNKNOWN}. */
    public static String byName(String fileName) {
        return ofName(fileName).orElse(UNKNOWN);
    }

    /**
     * What the extension of a file name suggests: by our own table, and where that says nothing by the list of Apache,
     * as Vert.x keeps it.
     */
    public static Optional<String> ofName(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String extension = fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
        if (dot < 0 || extension.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_EXTENSION.getProperty(extension))
                .or(() -> FrameworkInternals.mediaType(extension));
    }

    /** Whether a text has the form of a media type (RFC 9110 section 8.3.1), so that it can be sent as Content-Type. */
    public static boolean wellFormed(String type) {
        return WELL_FORMED.matcher(type).matches();
    }

    /** The type without its parameters, in lower case. */
    public static String bare(String type) {
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
    }

    private static Properties load() {
        try (InputStream in = MediaTypes.class.getResourceAsStream("media-types.properties")) {
            Properties types = new Properties();
            types.load(in);
            return types;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
