package dev.coffer.asset.remote;

import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.common.error.ServiceException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** URLs of content as clients and redirects name them. */
public final class SourceUrl {
    static final int MAX_LENGTH = 4096;

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private SourceUrl() {}

    /**
     * The URL in a field.
     *
     * @throws ServiceException {@code INVALID_URL} without one, {@code INVALID_URL_FORMAT} unless it is a plain http
     *     or https URL
     */
    public static URI parse(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new ServiceException(AssetErrorCode.INVALID_URL, field + " is required.", Map.of("field", field));
        }
        try {
            return checked(field, new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw malformed(field);
        }
    }

    public static URI checked(String field, URI url) {
        boolean plain = url.getScheme() != null && SCHEMES.contains(url.getScheme().toLowerCase(Locale.ROOT))
                && url.getHost() != null && url.getRawUserInfo() == null && url.getPort() <= 65535
                && url.toString().length() <= MAX_LENGTH;
        if (!plain) {
            throw malformed(field);
        }
        return url;
    }

    private static ServiceException malformed(String field) {
        return new ServiceException(AssetErrorCode.INVALID_URL_FORMAT,
                field + " must be an http or https URL with a host, without a user, of at most " + MAX_LENGTH
                        + " characters.",
                Map.of("field", field));
    }
}
