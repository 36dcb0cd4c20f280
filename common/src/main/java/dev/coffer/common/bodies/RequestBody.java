package dev.coffer.common.bodies;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import dev.coffer.common.json.JsonConfig;
import dev.coffer.common.json.JsonErrors;
import dev.coffer.common.json.JsonReader;
import dev.coffer.common.streams.BodyConfig;
import dev.coffer.common.streams.LimitedStream;
import dev.coffer.common.streams.Pace;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * How every service reads bodies. Resource methods have no body parameter, so the framework never buffers or
 * spools one, and the Content-Type of a request never decides whether it is read.
 */
@RequestScoped
public class RequestBody {
    /** Another service may stall for longer: it has a slow client of its own to give up first. */
    private static final int SERVICE_TIMEOUT_MULTIPLIER = 4;

    private final HttpServerRequest request;
    private final ObjectMapper json;
    private final JsonReader reader;
    private final BodyConfig config;
    private final JsonConfig jsonConfig;
    private final ShutdownGrace grace;

    RequestBody(
            RoutingContext context,
            ObjectMapper json,
            JsonReader reader,
            BodyConfig config,
            JsonConfig jsonConfig,
            ShutdownGrace grace) {
        this.request = context.request();
        this.json = json;
        this.reader = reader;
        this.config = config;
        this.jsonConfig = jsonConfig;
        this.grace = grace;
    }

    /** The declared length in bytes, or -1 if the body comes in chunks. */
    public long declaredLength() {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            return Long.parseLong(length);
        }
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null ? 0 : -1;
    }

    /**
     * The bytes as sent. Reading throws {@link TruncatedBodyException} if the client cuts the body or is too slow.
     *
     * @param limit in bytes; above it {@code FILE_TOO_LARGE}, 413, at once where the length is declared
     * @throws ServiceException {@code UNSUPPORTED_MEDIA_TYPE}, 415, if the bytes are coded: they would be taken for the
     *     content itself
     */
    public InputStream stream(long limit) {
        ContentCoding.requireNone(request.headers());
        return bytes(limit, 1);
    }

    /**
     * The same of another service, which measures its own client and is told apart from it: it may be slow for longer,
     * so that the service to which the client is connected is the first to give up.
     */
    public InputStream streamOfService(long limit) {
        ContentCoding.requireNone(request.headers());
        return bytes(limit, SERVICE_TIMEOUT_MULTIPLIER);
    }

    private InputStream bytes(long limit, int timeoutMultiplier) {
        if (declaredLength() > limit) {
            throw LimitedStream.tooLarge(limit);
        }
        if (request.headers().contains(HttpHeaders.CONTENT_RANGE)) {
            throw new ServiceException(
                    ErrorCode.INVALID_REQUEST,
                    "Content-Range is not supported: send the whole content (RFC 9110 section 14.5).");
        }
        if (UnreadBody.isHeldBack(request)) {
            request.response().writeContinue();
            request.headers().remove(HttpHeaders.EXPECT);
        }
        Pace pace = new Pace(config.minimumRate().asLongValue(), config.stallTimeout().multipliedBy(timeoutMultiplier));
        return new LimitedStream(new BodyStream(request, pace, grace::isOver), limit);
    }

    /**
     * The body as JSON, gzip understood, for any Content-Type. It is kept in memory, on the account of the
     * caller, until the request ends.
     *
     * @throws ServiceException {@code INVALID_JSON} if it is no JSON, {@code INVALID_BODY} naming the field if it
     *     does not fit the type or has too many values, {@code FILE_TOO_LARGE} above the configured limits, 429 or
     *     503 if there is no memory for it
     * @throws UncheckedIOException with a {@link TruncatedBodyException} if the client cuts the body or is too slow
     */
    public <T> T json(Class<T> type) {
        try (InputStream in = decoded()) {
            T value = reader.body(in, parser -> only(parser, type));
            if (value == null) {
                throw ServiceException.invalidBody("body", "must be a JSON object");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw malformed(e) ? noJson("valid JSON.") : unfit(e);
        } catch (NumberFormatException e) {
            // Such as 1e99999999999: Jackson lets it pass as JSON, and then finds no number to hold it.
            throw new ServiceException(ErrorCode.INVALID_BODY, "The body contains a number that is too large.");
        } catch (ZipException e) {
            throw new ServiceException(ErrorCode.INVALID_BODY, "The body is not valid gzip.");
        } catch (TruncatedBodyException e) {
            throw new UncheckedIOException(e);
        } catch (IOException e) {
            throw new ServiceException(ErrorCode.INVALID_BODY, "The body ended early.");
        }
    }

    /** The one value of a body; null is one. */
    private <T> @Nullable T only(JsonParser parser, Class<T> type) throws IOException {
        if (parser.nextToken() == null) {
            throw noJson("a JSON object; it is empty.");
        }
        T value = json.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValue(parser);
        if (parser.nextToken() != null) {
            throw noJson("valid JSON: there is more behind its end.");
        }
        return value;
    }

    private InputStream decoded() throws IOException {
        long limit = config.jsonLimit().asLongValue();
        InputStream body = bytes(limit, 1);
        String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new ServiceException(ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Content-Encoding must be gzip or absent.",
                    Map.of("accept_encoding", "gzip, identity"));
        }
        return new LimitedStream(
                new InflatedStream(body, jsonConfig.maxRatio(), jsonConfig.freeRatio().asLongValue()), limit);
    }

    /** A syntax error inside of a member comes wrapped in the path to that member. */
    private static boolean malformed(@Nullable Throwable e) {
        return e != null && (e instanceof JsonParseException || malformed(e.getCause()));
    }

    private static ServiceException unfit(JacksonException e) {
        List<JsonMappingException.Reference> path = e instanceof JsonMappingException m ? m.getPath() : List.of();
        return ServiceException.invalidBody(path.isEmpty() ? "body" : JsonErrors.field(path), JsonErrors.rule(e));
    }

    private static ServiceException noJson(String rule) {
        return new ServiceException(ErrorCode.INVALID_JSON, "Request body must be " + rule);
    }
}
