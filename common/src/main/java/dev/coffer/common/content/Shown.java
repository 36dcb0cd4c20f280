package dev.coffer.common.content;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The media type and disposition with which browsers get content of clients. Only types that a browser shows without
 * executing them are shown; all others are saved, as bytes without a type. See also the policy in {@link
 * ContentAnswer}.
 *
 * @param type Content-Type
 * @param disposition Content-Disposition
 */
public record Shown(String type, String disposition) {
    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]++";
    private static final Pattern PARAMETER =
            Pattern.compile("\\G *+; *+" + TOKEN + "=(" + TOKEN + "|\"[ !#-\\[\\]-~]*+\")");
    private static final Set<String> SHOWN_FAMILIES = Set.of("image", "video", "audio");
    private static final Set<String> SHOWN = Set.of("text/plain", "application/json");
    /** A PDF is saved: the viewers of browsers do not work in a sandbox, and some of them run its scripts. */
    private static final Set<String> SAVED = Set.of(
            "text/csv", "text/markdown", "text/tab-separated-values", "text/vtt", "application/pdf", "application/zip",
            "application/gzip", "application/x-tar", "application/x-7z-compressed", "application/jsonl",
            "application/x-ndjson", "application/yaml", "application/toml", "application/rtf", "application/msword",
            "application/vnd.ms-excel", "application/vnd.ms-powerpoint", "application/vnd.apache.parquet");
    private static final Set<String> SAVED_FAMILIES = Set.of("font", "model");
    private static final Set<String> OFFICE =
            Set.of("application/vnd.openxmlformats-officedocument.", "application/vnd.oasis.opendocument.");
    /** Browsers run images as well, if they are made of this. */
    private static final Set<String> CODE = Set.of("xml", "svg", "html", "script");

    /**
     * Content to be saved under that name.
     *
     * @param type as a client gave it
     */
    public static Shown saved(@Nullable String type, String name) {
        return new Shown(type == null ? MediaTypes.UNKNOWN : sayable(type), ContentDisposition.attachment(name));
    }

    /**
     * Content to be shown if that is safe, else saved.
     *
     * @param type as a client gave it
     */
    public static Shown inline(@Nullable String type, String name) {
        return type != null && showable(type)
                ? new Shown(said(type), ContentDisposition.inline(name))
                : saved(type, name);
    }

    private static String sayable(String type) {
        return showable(type) || savable(type) ? said(type) : MediaTypes.UNKNOWN;
    }

    /** Without its parameters, unless they are what RFC 9110 section 5.6.6 calls such. */
    private static String said(String type) {
        int semicolon = type.indexOf(';');
        return semicolon < 0 || areParameters(type.substring(semicolon)) ? type : MediaTypes.bare(type);
    }

    /** Found one by one: a group that is repeated takes some of the stack each time. */
    private static boolean areParameters(String text) {
        Matcher parameter = PARAMETER.matcher(text);
        int end = 0;
        while (end < text.length() && parameter.find()) {
            end = parameter.end();
        }
        return end == text.length();
    }

    private static boolean showable(String type) {
        if (!MediaTypes.wellFormed(type)) {
            return false;
        }
        String bare = MediaTypes.bare(type);
        return SHOWN.contains(bare) || SHOWN_FAMILIES.contains(family(bare)) && !isCode(bare);
    }

    private static boolean savable(String type) {
        if (!MediaTypes.wellFormed(type)) {
            return false;
        }
        String bare = MediaTypes.bare(type);
        boolean json = family(bare).equals("application") && bare.endsWith("+json");
        return SAVED.contains(bare)
                || OFFICE.stream().anyMatch(bare::startsWith)
                || (json || SAVED_FAMILIES.contains(family(bare))) && !isCode(bare);
    }

    private static boolean isCode(String bare) {
        return CODE.stream().anyMatch(bare::contains);
    }

    private static String family(String bare) {
        return bare.substring(0, bare.indexOf('/'));
    }
}
