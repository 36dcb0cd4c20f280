package dev.coffer.files.upload;

import dev.coffer.files.file.FileKey;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the table {@code open_upload}: an upload session of a file. */
@Entity
@Table(name = "open_upload")
public class UploadSessionEntity {
    @Id
    public UUID id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "file_id"))
    public FileKey file;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "expires_at")
    public Instant expiresAt;
}
