package dev.coffer.userdata.file;

import dev.coffer.common.content.ContentAnswer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;

/** Answers a read of a user file, of its present content or of an earlier one. */
@RequestScoped
class UserFileAnswer {
    private final UserFileService files;
    private final RoutingContext request;

    UserFileAnswer(UserFileService files, RoutingContext request) {
        this.files = files;
        this.request = request;
    }

    /** The whole file or the range that the request asks for; HEAD is told of the whole. */
    Response content(FileContent file) {
        return ContentAnswer.of(file.represented(), request.request(), range -> files.open(file, range));
    }
}
