package dev.coffer.userdata.person;

import dev.coffer.common.bodies.RequestBody;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.token.TokenFacts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Receives the claims of tokens from other services; never routed from outside. */
@Path("/internal/people/tokens")
@RolesAllowed(Caller.INTERNAL)
@RunOnVirtualThread
class TokenNoteResource {
    private final PersonService people;
    private final RequestBody body;

    TokenNoteResource(PersonService people, RequestBody body) {
        this.people = people;
        this.body = body;
    }

    @POST
    @Operation(hidden = true)
    public void note() {
        TokenFacts facts = body.json(TokenFacts.class);
        if (Stream.of(facts.tenant(), facts.subject(), facts.roles(), facts.workspaces(), facts.issuedAt())
                .anyMatch(Objects::isNull)) {
            throw ServiceException.invalidBody("tenant, subject, roles, workspaces, issuedAt", "must all be there");
        }
        people.note(facts);
    }
}
