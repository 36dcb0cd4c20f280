package dev.coffer.common.credential;

import dev.coffer.common.filter.FilterPriorities;
import dev.coffer.common.signing.TransferLinks;
import io.quarkus.security.UnauthorizedException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;

/**
 * Answers tokens with empty parts ({@code ..}) with 401. The framework fails while it parses their claims, and would
 * answer 500.
 */
@Provider
@PreMatching
@Priority(FilterPriorities.BROKEN_TOKEN)
public class BrokenTokenFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer ";

    @Override
    public void filter(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                && broken(authorization.substring(BEARER.length()).strip())
                && !TransferLinks.isLink(request.getUriInfo().getPath())) {
            throw new UnauthorizedException();
        }
    }

    /** A signature may be empty, which is then found out; claims may not. */
    private static boolean broken(String token) {
        String[] parts = token.split("\\.", -1);
        return parts.length > 1 && Arrays.stream(parts).limit(2).anyMatch(String::isEmpty);
    }
}
