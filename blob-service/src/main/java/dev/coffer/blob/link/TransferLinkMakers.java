package dev.coffer.blob.link;

import dev.coffer.common.caller.SignedLinks;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.signing.DownloadLinkClaims;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.signing.UploadLinkClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;

/** Reads the tenant of the signed links under {@code /blob}, the only credentials that those paths accept. */
@ApplicationScoped
class TransferLinkMakers implements SignedLinks {
    private static final String UPLOADS = "blob/uploads/";

    private final SignedToken tokens;
    private final Clock clock;

    TransferLinkMakers(SignedToken tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public boolean isIn(UriInfo target) {
        return true;
    }

    @Override
    public Optional<Maker> maker(UriInfo target) {
        String token = target.getPathParameters().getFirst("token");
        try {
            return target.getPath().contains(UPLOADS) ? ofUpload(token) : ofDownload(token);
        } catch (ServiceException refused) {
            return Optional.empty();
        }
    }

    private Optional<Maker> ofUpload(String token) {
        UploadLinkClaims claims = tokens.verify(UploadLinkClaims.PURPOSE, token, UploadLinkClaims.class);
        return claims.expired(clock.instant())
                ? Optional.empty()
                : Optional.of(new Maker(claims.account(), claims.upload().toString()));
    }

    private Optional<Maker> ofDownload(String token) {
        DownloadLinkClaims claims = tokens.verify(DownloadLinkClaims.PURPOSE, token, DownloadLinkClaims.class);
        return claims.expired(clock.instant())
                ? Optional.empty()
                : Optional.of(new Maker(claims.account(), claims.ref().toString()));
    }
}
