package dev.coffer.asset.fetch;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.remote.RemoteSource;
import dev.coffer.asset.remote.SourceUrl;
import dev.coffer.asset.task.TaskStatus;
import dev.coffer.asset.task.TaskTransactions;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Takes orders to fetch content; {@link DownloadWorker} carries them out. */
@ApplicationScoped
class DownloadService {
    /** The name of the tasks. */
    static final String TASK = "asset_download";

    private static final String UNNAMED = "download";

    private final RemoteSource source;
    private final UserMetadata metadataRules;
    private final TaskTransactions tasks;

    DownloadService(RemoteSource source, UserMetadata metadataRules, TaskTransactions tasks) {
        this.source = source;
        this.metadataRules = metadataRules;
        this.tasks = tasks;
    }

    /** @throws ServiceException if anything is wrong with the order: a task fails at its source only */
    DownloadStarted start(Caller caller, Owner owner, DownloadRequest request) {
        URI url = SourceUrl.parse("source_url", request.sourceUrl());
        source.check(url);
        NewAsset wanted = UrlUploadRequest.wanted(
                UNNAMED, request.tags(), request.userMetadata(), request.previewId(), metadataRules);
        // What has been checked, not what was sent: of tags alone that may be megabytes.
        DownloadRequest order = new DownloadRequest(url.toString(), request.tags() == null ? null : wanted.tags(),
                request.userMetadata(), wanted.previewId() == null ? null : wanted.previewId().toString());
        return new DownloadStarted(
                tasks.give(caller, owner, TASK, order), TaskStatus.created.wireName(),
                "The download is about to begin.");
    }

    /** A download that goes on in the background. */
    @JsonNaming(SnakeCaseStrategy.class)
    @Schema(name = "AssetDownloadResponse")
    record DownloadStarted(
            @Schema(implementation = String.class, format = "uuid", required = true,
                    description = "Id of the task") UUID taskId,
            @Schema(required = true, description = "created") String status,
            @Schema(description = "For people")
            @Nullable String message) {}
}
