package dev.coffer.asset.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.intake.ContentIntake;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.remote.RemoteAnswer;
import dev.coffer.asset.remote.RemoteSource;
import dev.coffer.asset.remote.SourceErrors;
import dev.coffer.asset.remote.SourceUrl;
import dev.coffer.asset.task.TaskLease;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;

/** One attempt to fetch content for a task. */
@ApplicationScoped
class Download {
    private static final String UNNAMED = "download";

    private final RemoteSource source;
    private final ContentIntake intake;
    private final References references;
    private final UserMetadata metadataRules;
    private final DownloadTransactions transactions;
    private final ObjectMapper json;

    Download(
            RemoteSource source,
            ContentIntake intake,
            References references,
            UserMetadata metadataRules,
            DownloadTransactions transactions,
            ObjectMapper json) {
        this.source = source;
        this.intake = intake;
        this.references = references;
        this.metadataRules = metadataRules;
        this.transactions = transactions;
        this.json = json;
    }

    /** @throws ServiceException if it fails; nothing is kept then */
    void attempt(TaskLease lease) {
        DownloadRequest order = order(lease);
        URI url = SourceUrl.parse("source_url", order.sourceUrl());
        try (RemoteAnswer answer = source.ask("GET", url)) {
            String name = answer.fileName() == null ? UNNAMED : answer.fileName();
            NewAsset wanted = UrlUploadRequest.wanted(
                    name, order.tags(), order.userMetadata(), order.previewId(), metadataRules);
            intake.checkLength(answer.length());
            NewContent content = intake.store(lease.owner(), answer.body());
            references.releaseOnFailure(content.ref(), lease.owner(),
                    () -> transactions.complete(lease, wanted, content));
        } catch (IOException e) {
            throw SourceErrors.of(e);
        }
    }

    private DownloadRequest order(TaskLease lease) {
        try {
            return json.readValue(lease.payload(), DownloadRequest.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
