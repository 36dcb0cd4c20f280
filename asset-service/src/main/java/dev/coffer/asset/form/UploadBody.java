package dev.coffer.asset.form;

import dev.coffer.asset.AssetConfig;
import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.error.TruncatedBodyException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import java.io.IOException;

/** The body of an upload as a form, read as a stream. */
@RequestScoped
public class UploadBody {
    /** For the fields and boundaries around the file. */
    private static final long FORM_EXTRA = 8 << 20;

    private final RequestBody body;
    private final HttpServerRequest request;
    private final AssetConfig config;

    UploadBody(RequestBody body, HttpServerRequest request, AssetConfig config) {
        this.body = body;
        this.request = request;
        this.config = config;
    }

    /**
     * The parts of the form.
     *
     * @throws ServiceException 400 if it is malformed, 413 if it is too large, 415 if it is no form
     */
    public MultipartReader parts() throws TruncatedBodyException {
        try {
            long limit = config.maxUpload().asLongValue() + FORM_EXTRA;
            return new MultipartReader(request.getHeader(HttpHeaders.CONTENT_TYPE), body.stream(limit));
        } catch (IOException e) {
            throw FormIntake.broken(e);
        }
    }
}
