package dev.coffer.common.content;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How every service answers with content: 200, 206, 304, 412 or 416 (RFC 9110 sections 13 to 15). */
public final class ContentAnswer {
    /** Content of clients is no page of ours: should a browser open it as one, it runs and loads nothing. */
    private static final String POLICY = "sandbox; default-src 'none'";
    private static final Function<ByteRange, @Nullable InputStream> NO_BODY = range -> null;

    private ContentAnswer() {}

    /**
     * All of the content, the range that is asked for, or that the client has it already. HEAD is told what GET would
     * be of the whole: a range means nothing there (section 14.2).
     *
     * @param source opens a range; not asked where there are no bytes to send
     * @throws ServiceException {@code PRECONDITION_FAILED}, 412, or {@code RANGE_NOT_SATISFIABLE}, 416
     */
    public static Response of(
            Representation content, HttpServerRequest request, Function<ByteRange, InputStream> source) {
        Preconditions conditions = new Preconditions(request);
        if (conditions.notModified(content.tag(), content.modified())) {
            return known(content);
        }
        if (request.method() == HttpMethod.HEAD) {
            return whole(content, NO_BODY);
        }
        Function<ByteRange, @Nullable InputStream> body = unlessEmpty(source);
        return switch (ByteRange.parse(conditions.range(content.tag(), content.modified()), content.size())) {
            case ByteRange.Whole all -> whole(content, body);
            case ByteRange.Part(ByteRange range) -> part(content, range, body);
            case ByteRange.Unsatisfiable none -> throw new ServiceException(
                    ErrorCode.RANGE_NOT_SATISFIABLE, "The content has " + content.size() + " bytes.",
                    Map.of("size", content.size()));
        };
    }

    private static Function<ByteRange, @Nullable InputStream> unlessEmpty(Function<ByteRange, InputStream> source) {
        return range -> range.length() == 0 ? InputStream.nullInputStream() : source.apply(range);
    }

    private static Response known(Representation content) {
        return described(Response.notModified(), content).build();
    }

    private static Response whole(Representation content, Function<ByteRange, @Nullable InputStream> body) {
        return sent(Response.ok(), content, new ByteRange(0, content.size() - 1), body);
    }

    private static Response part(
            Representation content, ByteRange range, Function<ByteRange, @Nullable InputStream> body) {
        ResponseBuilder answer = Response.status(Response.Status.PARTIAL_CONTENT)
                .header("Content-Range", "bytes " + range.first() + "-" + range.last() + "/" + content.size());
        return sent(answer, content, range, body);
    }

    private static Response sent(
            ResponseBuilder answer,
            Representation content,
            ByteRange range,
            Function<ByteRange, @Nullable InputStream> body) {
        return described(answer.entity(body.apply(range)), content)
                .header(HttpHeaders.CONTENT_LENGTH, range.length())
                .header(HttpHeaders.CONTENT_TYPE, content.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, content.disposition())
                .build();
    }

    /** What a 304 says as well: by it a cache knows which of its answers is meant (section 15.4.5). */
    private static ResponseBuilder described(ResponseBuilder answer, Representation content) {
        String modified = content.modified() == null ? null : Preconditions.httpDate(content.modified());
        return answer.header(HttpHeaders.ETAG, content.tag())
                .header(HttpHeaders.LAST_MODIFIED, modified)
                .header("Accept-Ranges", "bytes")
                .header("Content-Security-Policy", POLICY)
                .header(HttpHeaders.CACHE_CONTROL, content.caching())
                .header(HttpHeaders.VARY, content.vary());
    }
}
