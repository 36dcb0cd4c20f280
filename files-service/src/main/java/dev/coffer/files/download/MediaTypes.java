package dev.coffer.files.download;

import java.util.regex.Pattern;

/** A file's {@code mimeType} is free text; a header can only say what is a media type (RFC 9110 section 8.3.1). */
final class MediaTypes {
    static final String BYTES = "application/octet-stream";

    private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]+";
    private static final Pattern MEDIA_TYPE = Pattern.compile(
            TOKEN + "/" + TOKEN + "( *; *" + TOKEN + "=(" + TOKEN + "|\"[ !#-\\[\\]-~]*\"))*");

    private MediaTypes() {}

    /** The type that a download says, {@code application/octet-stream} if there is none to say. */
    static String sayable(String mimeType) {
        return mimeType != null && MEDIA_TYPE.matcher(mimeType).matches() ? mimeType : BYTES;
    }
}
