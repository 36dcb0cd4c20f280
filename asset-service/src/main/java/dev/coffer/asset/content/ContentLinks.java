package dev.coffer.asset.content;

import dev.coffer.common.blobclient.BlobConfig;
import dev.coffer.common.signing.TransferLinks;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Short-lived links to content. No link outlives its asset. */
@ApplicationScoped
public class ContentLinks {
    private final TransferLinks links;
    private final BlobConfig config;
    private final Clock clock;

    ContentLinks(TransferLinks links, BlobConfig config, Clock clock) {
        this.links = links;
        this.config = config;
        this.clock = clock;
    }

    /** A fresh link. */
    public ContentLink to(AssetRepresentation content) {
        Instant now = clock.instant();
        Duration life = life(content, now);
        String url = links.download(content.content().ref(), content.content().owner(), content.shown().type(),
                content.shown().disposition(), life);
        return new ContentLink(url, life, now.plus(life).truncatedTo(ChronoUnit.SECONDS));
    }

    private Duration life(AssetRepresentation content, Instant now) {
        Duration usual = config.linkLife();
        boolean endsEarlier = content.until() != null && content.until().isBefore(now.plus(usual));
        return endsEarlier ? Duration.between(now, content.until()) : usual;
    }

    /**
     * A link to content that needs no credentials.
     *
     * @param life for how long a download can be started with it
     * @param expires the end of that time
     */
    public record ContentLink(String url, Duration life, Instant expires) {}
}
