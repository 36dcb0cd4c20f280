package dev.coffer.common.blob;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Makes the signed links under {@code /blob} on the public host; blob-service honours them without any login. */
@ApplicationScoped
public class TransferLinks {
    private final SignedToken tokens;
    private final BlobConfig config;
    private final Clock clock;

    TransferLinks(SignedToken tokens, BlobConfig config, Clock clock) {
        this.tokens = tokens;
        this.config = config;
        this.clock = clock;
    }

    /** A link that lives as long as configured for the Comfy APIs. */
    public String download(UUID ref, String contentType, String disposition) {
        return download(ref, contentType, disposition, config.blob().linkLife());
    }

    /** A link that can start a download for so long. */
    public String download(UUID ref, String contentType, String disposition, Duration life) {
        long expires = clock.instant().plus(life).getEpochSecond();
        DownloadTicket ticket = new DownloadTicket(ref, expires, contentType, disposition);
        return link("downloads", tokens.sign(DownloadTicket.PURPOSE, ticket));
    }

    /** A link to which content can be PUT until then, as often as the client likes. */
    public String upload(UUID upload, Instant expires) {
        UploadTicket ticket = new UploadTicket(upload, expires.getEpochSecond());
        return link("uploads", tokens.sign(UploadTicket.PURPOSE, ticket));
    }

    private String link(String kind, String token) {
        return config.publicUrl().toString().replaceAll("/+$", "") + "/blob/" + kind + "/" + token;
    }
}
