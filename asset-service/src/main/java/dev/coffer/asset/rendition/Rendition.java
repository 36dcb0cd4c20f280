package dev.coffer.asset.rendition;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code rendition}: a picture rendered from an asset, kept for later requests. */
@Entity
@IdClass(RenditionKey.class)
class Rendition {
    @Id
    String tenant;

    @Id
    String owner;

    /** Of the asset. */
    @Id
    UUID id;

    /** Which rendering of the asset it is. */
    @Id
    String kind;

    /** The reference that holds the picture in blob-service. */
    UUID contentRef;

    long size;
    String hash;
    String mediaType;
    Instant createdAt;
}
