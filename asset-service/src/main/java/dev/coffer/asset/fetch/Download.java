package dev.coffer.asset.fetch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.Asset;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.create.NewContent;
import dev.coffer.asset.label.UserMetadata;
import dev.coffer.asset.remote.RemoteAnswer;
import dev.coffer.asset.remote.RemoteSource;
import dev.coffer.asset.remote.SourceErrors;
import dev.coffer.asset.remote.SourceUrl;
import dev.coffer.asset.task.TaskLease;
import dev.coffer.asset.task.TaskResult;
import dev.coffer.asset.task.Tasks;
import dev.coffer.common.blobclient.References;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/** One attempt to fetch content for a task. */
@ApplicationScoped
class Download {
    private static final String UNNAMED = "download";

    private final RemoteSource source;
    private final RemoteIntake intake;
    private final References references;
    private final UserMetadata metadataRules;
    private final Completion completion;
    private final ObjectMapper json;

    Download(
            RemoteSource source,
            RemoteIntake intake,
            References references,
            UserMetadata metadataRules,
            Completion completion,
            ObjectMapper json) {
        this.source = source;
        this.intake = intake;
        this.references = references;
        this.metadataRules = metadataRules;
        this.completion = completion;
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
            NewContent content = intake.store(lease.owner(), answer);
            references.releaseOnFailure(content.ref(), lease.owner(), () -> completion.complete(lease, wanted, content));
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

    /** The transaction, apart: asset and task are done together, or not at all. */
    @ApplicationScoped
    static class Completion {
        private final CreateService creations;
        private final Tasks tasks;

        Completion(CreateService creations, Tasks tasks) {
            this.creations = creations;
            this.tasks = tasks;
        }

        @Transactional
        public Asset complete(TaskLease lease, NewAsset wanted, NewContent content) {
            Asset asset = creations.fromUpload(caller(lease), lease.owner(), wanted, content).asset();
            tasks.complete(lease, new TaskResult(
                    true, content.blob().size(), asset.mimeType, asset.hash, wanted.name(), asset.id, null));
            return asset;
        }

        /** Whoever gave the task, in the workspace for which it was given. */
        private static Caller caller(TaskLease lease) {
            return new Caller(lease.owner().tenant(), lease.subject(), Caller.Kind.USER, Set.of(), Set.of(), Set.of(),
                    lease.owner().key());
        }
    }
}
