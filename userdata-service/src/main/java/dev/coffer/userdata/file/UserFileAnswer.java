package dev.coffer.userdata.file;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.http.ByteRange;
import dev.coffer.common.http.Preconditions;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Answers a read of a user file: 200, 206, 304, 412 or 416 (RFC 9110 sections 13 and 14). */
@RequestScoped
class UserFileAnswer {
    private final UserFileService files;
    private final RoutingContext request;
    private final Preconditions conditions;

    UserFileAnswer(UserFileService files, RoutingContext request) {
        this.files = files;
        this.request = request;
        this.conditions = new Preconditions(request.request());
    }

    /** The whole file or the range that the request asks for. */
    Response content(FileContent file) {
        if (conditions.notModified(file.etag(), file.modifiedAt())) {
            return describe(Response.notModified(), file).build();
        }
        return switch (ByteRange.parse(conditions.range(file.etag(), file.modifiedAt()), file.size())) {
            case ByteRange.Whole whole -> whole(file);
            case ByteRange.Part(ByteRange part) -> part(file, part);
            case ByteRange.Unsatisfiable none -> throw unsatisfiable(file);
        };
    }

    /** What {@link #content} would say of the whole file, without the bytes. */
    Response head(FileContent file) {
        boolean known = conditions.notModified(file.etag(), file.modifiedAt());
        return describe(known ? Response.notModified() : Response.ok(), file)
                .header(HttpHeaders.CONTENT_LENGTH, known ? null : file.size())
                .build();
    }

    private Response whole(FileContent file) {
        ResponseBuilder answer = describe(Response.ok(), file).header(HttpHeaders.CONTENT_LENGTH, file.size());
        return file.size() == 0
                ? answer.entity(new byte[0]).build()
                : answer.entity(files.open(file, new ByteRange(0, file.size() - 1))).build();
    }

    private Response part(FileContent file, ByteRange part) {
        return describe(Response.status(Response.Status.PARTIAL_CONTENT), file)
                .header(HttpHeaders.CONTENT_LENGTH, part.length())
                .header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.size())
                .entity(files.open(file, part))
                .build();
    }

    private ServiceException unsatisfiable(FileContent file) {
        request.response().putHeader("Content-Range", "bytes */" + file.size());
        return new ServiceException(
                ErrorCode.RANGE_NOT_SATISFIABLE, "The range lies outside of the file, which has " + file.size() + " bytes.");
    }

    private static ResponseBuilder describe(ResponseBuilder answer, FileContent file) {
        Presentation presentation = Presentation.of(file.path());
        return answer.header(HttpHeaders.ETAG, file.etag())
                .header(HttpHeaders.LAST_MODIFIED, Preconditions.httpDate(file.modifiedAt()))
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_TYPE, presentation.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, presentation.disposition())
                .header(HttpHeaders.CACHE_CONTROL, presentation.caching());
    }
}
