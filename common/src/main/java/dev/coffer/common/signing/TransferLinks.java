package dev.coffer.common.signing;

import dev.coffer.common.blobclient.BlobConfig;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the signed links under {@code /blob} on the public host; blob-service honours them without any login. */
@ApplicationScoped
public class TransferLinks {
    private static final String PATH = "/blob/";

    private final SignedToken tokens;
    private final LinkConfig links;
    private final Duration linkLife;
    private final Clock clock;

    TransferLinks(SignedToken tokens, LinkConfig links, BlobConfig config, Clock clock) {
        this.tokens = tokens;
        this.links = links;
        this.linkLife = config.linkLife();
        this.clock = clock;
    }

    /** Whether a path is that of a signed link, which is a right by itself. */
    public static boolean isLink(String path) {
        return path.startsWith(PATH) || path.startsWith(PATH.substring(1));
    }

    /** A link that lives as long as configured for the Comfy APIs. */
    public String download(UUID ref, Owner owner, String contentType, String disposition) {
        return download(ref, owner, contentType, disposition, linkLife);
    }

    /** A link that can start a download for so long. */
    public String download(UUID ref, Owner owner, String contentType, String disposition, Duration life) {
        return download("downloads", ref, owner, contentType, disposition, life);
    }

    /** The same for clients of the Files API: what goes wrong is said in its form. */
    public String fileDownload(UUID ref, Owner owner, String contentType, String disposition, Duration life) {
        return download("files", ref, owner, contentType, disposition, life);
    }

    private String download(String kind, UUID ref, Owner owner, String contentType, String disposition, Duration life) {
        long expires = clock.instant().plus(life).getEpochSecond();
        DownloadLinkClaims ticket = new DownloadLinkClaims(ref, DownloadLinkClaims.mark(owner), expires, contentType, disposition);
        return link(kind, tokens.sign(DownloadLinkClaims.PURPOSE, ticket));
    }

    /** A link to which content can be PUT until then, as often as the client likes. */
    public String upload(UUID upload, Instant expires) {
        return upload(upload, expires, null);
    }

    /** A link to which one part of a content can be PUT until then, as often as the client likes. */
    public String uploadPart(UUID upload, int part, Instant expires) {
        return upload(upload, expires, part);
    }

    private String upload(UUID upload, Instant expires, @Nullable Integer part) {
        UploadLinkClaims ticket = new UploadLinkClaims(upload, expires.getEpochSecond(), part);
        return link("uploads", tokens.sign(UploadLinkClaims.PURPOSE, ticket));
    }

    private String link(String kind, String token) {
        return links.publicUrl() + PATH + kind + "/" + token;
    }
}
