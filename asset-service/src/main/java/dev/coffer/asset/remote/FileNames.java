package dev.coffer.asset.remote;

import dev.coffer.asset.AssetName;
import dev.coffer.common.http.Text;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.ParameterParser;

/** How other servers call their content. What could not be a name of an asset is none. */
final class FileNames {
    private static final String UTF_8 = "utf-8''";

    private FileNames() {}

    /** From {@code Content-Disposition}. */
    static Optional<String> inHeader(String disposition) {
        ParameterParser parser = new ParameterParser();
        parser.setLowerCaseNames(true);
        Map<String, String> parameters = parser.parse(disposition, ';');
        String plain = parameters.get("filename");
        String encoded = parameters.get("filename*");
        boolean decodable = encoded != null && encoded.regionMatches(true, 0, UTF_8, 0, UTF_8.length());
        return usable(decodable ? decoded(encoded.substring(UTF_8.length())) : plain);
    }

    /** From the last step of a path. */
    static Optional<String> inPath(URI url) {
        String path = url.getPath() == null ? "" : url.getPath();
        return usable(path);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Optional<String> usable(String path) {
        if (path == null) {
            return Optional.empty();
        }
        String base = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).strip();
        boolean good = !base.isEmpty() && base.length() <= AssetName.MAX_LENGTH && Text.storable(base);
        return good ? Optional.of(base) : Optional.empty();
    }
}
