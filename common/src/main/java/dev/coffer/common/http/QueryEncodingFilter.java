package dev.coffer.common.http;

import dev.coffer.common.error.ServiceException;
import dev.coffer.common.filter.FilterPriorities;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses query parameters whose percent-encoded bytes are not UTF-8: the framework would replace them, so that a
 * different value would be searched for, or stored, than was sent. Bytes that should have been encoded and are not (RFC
 * 3986 section 2) are not checked.
 */
public class QueryEncodingFilter {
    private static final String RULE = "must be UTF-8, percent-encoded";

    /** @throws ServiceException {@code INVALID_QUERY} naming the parameter */
    @ServerRequestFilter(preMatching = true, priority = FilterPriorities.QUERY_ENCODING)
    public void check(RoutingContext request) {
        String query = request.request().query();
        if (query != null && query.indexOf('%') >= 0) {
            check(query);
        }
    }

    static void check(String query) {
        for (String parameter : query.split("&")) {
            int equals = parameter.indexOf('=');
            String name = equals < 0 ? parameter : parameter.substring(0, equals);
            if (!isUtf8(name)) {
                throw ServiceException.invalidQuery("The name of a parameter", RULE);
            }
            if (!isUtf8(parameter)) {
                throw ServiceException.invalidQuery(URLDecoder.decode(name, StandardCharsets.UTF_8), RULE);
            }
        }
    }

    /** Whether what is encoded in the text is UTF-8, taken for itself; each byte becomes one character first. */
    private static boolean isUtf8(String encoded) {
        try {
            String bytes = URLDecoder.decode(encoded, StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.getBytes(StandardCharsets.ISO_8859_1)));
            return true;
        } catch (CharacterCodingException | IllegalArgumentException e) {
            return false;
        }
    }
}
