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
    private static final String TENANT = "tenant";

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
        DownloadLinkClaims claims = new DownloadLinkClaims(
                ref, DownloadLinkClaims.mark(owner), expires, contentType, disposition, tenant(owner));
        return link(kind, tokens.sign(DownloadLinkClaims.PURPOSE, claims));
    }

    /** A link to which content can be PUT until then, as often as the client likes. */
    public String upload(UUID upload, Owner owner, Instant expires) {
        return upload(upload, owner, expires, null);
    }

    /** A link to which one part of a content can be PUT until then, as often as the client likes. */
    public String uploadPart(UUID upload, Owner owner, int part, Instant expires) {
        return upload(upload, owner, expires, part);
    }

    private String upload(UUID upload, Owner owner, Instant expires, @Nullable Integer part) {
        UploadLinkClaims claims = new UploadLinkClaims(upload, expires.getEpochSecond(), part, tenant(owner));
        return link("uploads", tokens.sign(UploadLinkClaims.PURPOSE, claims));
    }

    /** The same in all links of a tenant; who sees some of them cannot tell which tenant it is. */
    private String tenant(Owner owner) {
        return tokens.mark(TENANT, owner.tenant());
    }

    private String link(String kind, String token) {
        return links.publicUrl() + PATH + kind + "/" + token;
    }
}
