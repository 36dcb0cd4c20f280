package dev.coffer.common.content;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code Content-Disposition} as RFC 6266 and RFC 8187 want it: an ASCII name for old clients, the real one beside it.
 */
public final class ContentDisposition {
    private ContentDisposition() {}

    /** A header value that tells a browser to save the content under this name. */
    public static String attachment(String fileName) {
        return "attachment" + names(fileName);
    }

    /** A header value that lets a browser show the content. */
    public static String inline(String fileName) {
        return "inline" + names(fileName);
    }

    private static String names(String fileName) {
        String ascii = fileName.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        String encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
        return "; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
    }
}
