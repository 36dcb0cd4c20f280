package dev.coffer.blob.upload;

import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.common.blobclient.UploadSessionRequest;
import dev.coffer.common.signing.SignedToken;
import dev.coffer.common.signing.UploadLinkClaims;
import dev.coffer.common.time.Ids;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;

/** Links for tests of other packages. */
@Dependent
public class UploadLinks {
    private static final long LARGEST = 100 << 20;

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    SignedToken tokens;

    /** The path of a new link, good for a minute. */
    public String of(String tenant) {
        UUID session = Ids.next();
        Instant expires = Instant.now().plusSeconds(60);
        sessions.open(session,
                new UploadSessionRequest(tenant, "project:plant", Ids.next().toString(), LARGEST, expires, null));
        return "/blob/uploads/"
                + tokens.sign(UploadLinkClaims.PURPOSE,
                        new UploadLinkClaims(session, expires.getEpochSecond(), null, null));
    }
}
