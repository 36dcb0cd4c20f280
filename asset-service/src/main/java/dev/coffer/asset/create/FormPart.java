package dev.coffer.asset.create;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.fileupload2.core.ParameterParser;

/**
 * One part of a form.
 *
 * @param name of the field; empty if the part has none
 * @param fileName as the client calls the file; null if it does not
 * @param content can be read once, until the next part is asked for
 */
public record FormPart(String name, String fileName, InputStream content) {
    private static final String DISPOSITION = "content-disposition:";

    static FormPart of(String headers, InputStream content) {
        for (String line : headers.replaceAll("\r\n[ \t]+", " ").split("\r\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(DISPOSITION)) {
                ParameterParser parser = new ParameterParser();
                parser.setLowerCaseNames(true);
                Map<String, String> values = parser.parse(line.substring(DISPOSITION.length()), ';');
                String name = values.get("name");
                return new FormPart(name == null ? "" : name, unquoted(values.get("filename")), content);
            }
        }
        return new FormPart("", null, content);
    }

    /** curl used to escape quotes by backslashes; browsers and the curl of today by percent signs. */
    private static String unquoted(String fileName) {
        return fileName == null ? null : fileName.replace("\\\"", "\"").replace("%22", "\"");
    }
}
