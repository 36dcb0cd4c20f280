package dev.coffer.userdata.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.userdata.session.SessionService.OpenedSession;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirementsSet;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Opens and ends the session of a browser (comfy.md section 0.3). */
@Path("/api/auth/session")
@RunOnVirtualThread
@Tag(name = "auth")
class SessionResource {
    private static final String NO_STORE = "no-store";

    private final SessionService sessions;
    private final SessionCookie cookie;
    private final CurrentCaller caller;
    private final RoutingContext request;

    SessionResource(SessionService sessions, SessionCookie cookie, CurrentCaller caller, RoutingContext request) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.caller = caller;
        this.request = request;
    }

    /** A session in the workspace of the request. */
    @POST
    @Authenticated
    @Operation(operationId = "createSession", summary = "Open a session for this browser",
            description = "The cookie is accepted only where a page loads images and other content without headers.")
    @APIResponse(responseCode = "200", description = "The cookie is set.",
            headers = @Header(name = "Set-Cookie", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = SessionView.class)))
    public Response open() {
        OpenedSession session = sessions.open(caller.get(), caller.workspace(), caller.issuedAt(), caller.apiKey());
        return Response.ok(new SessionView(true, session.life().toSeconds()))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.SET_COOKIE, cookie.give(session))
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    /** Ends the session of the cookie. Needs no other credentials, so that it works with an expired token. */
    @DELETE
    @PermitAll
    @SecurityRequirementsSet
    @Operation(operationId = "deleteSession", summary = "End the session of this browser")
    @APIResponse(responseCode = "204", description = "The session has ended, if there was one; the cookie is removed.",
            headers = @Header(name = "Set-Cookie", schema = @Schema(implementation = String.class)))
    public Response end() {
        cookie.of(request).ifPresent(sessions::end);
        return Response.noContent()
                .header(HttpHeaders.SET_COOKIE, cookie.take())
                .header(HttpHeaders.CACHE_CONTROL, NO_STORE)
                .build();
    }

    /**
     * The answer to a page that opens a session; scripts cannot read the cookie itself.
     *
     * @param success always true
     * @param expiresIn seconds until it is refused
     */
    record SessionView(boolean success, @JsonProperty("expires_in") long expiresIn) {}
}
