package dev.coffer.userdata.operator;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.userdata.UserdataApi;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Operations for operators of a tenant: with an access token that has the role {@code coffer-operator}, never with a
 * key.
 */
@Path("/api/operator")
@RolesAllowed(Caller.OPERATOR)
@RunOnVirtualThread
@SecurityRequirement(name = UserdataApi.TOKEN)
@Tag(name = "operator")
class OperatorResource {
    private static final int MAX_SUBJECT = 255;

    private final OperatorService operators;
    private final CurrentCaller caller;

    OperatorResource(OperatorService operators, CurrentCaller caller) {
        this.operators = operators;
        this.caller = caller;
    }

    /** This service refuses them at once, other services within 30 s. Access tokens stay valid until they expire. */
    @DELETE
    @Path("credentials")
    @Operation(operationId = "endCredentials", summary = "End all API keys and browser sessions of a person",
            description = "Needs an access token with the role coffer-operator, and ends what the person has in its "
                    + "tenant. Tokens that were issued before make no new keys and sessions; what else they open, they "
                    + "open until they expire.")
    @APIResponse(responseCode = "200", description = "How many there were; everywhere refused within 30 seconds.",
            content = @Content(mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = EndedCredentialsView.class)))
    public EndedCredentialsView end(
            @QueryParam("subject")
            @Parameter(description = "The claim sub of the person.", required = true,
                    schema = @Schema(implementation = String.class, minLength = 1,
                            maxLength = MAX_SUBJECT)) String subject) {
        return operators.end(caller.get(), checked(subject));
    }

    private static String checked(@Nullable String subject) {
        if (subject == null || subject.isBlank()) {
            throw ServiceException.invalidQuery("subject", "is required: the claim sub of a person");
        }
        if (subject.length() > MAX_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            throw ServiceException.invalidQuery(
                    "subject", "must have at most " + MAX_SUBJECT + " characters, none of them a control character");
        }
        return subject;
    }
}
