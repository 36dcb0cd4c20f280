package dev.coffer.asset.fetch;

import dev.coffer.asset.Asset;
import dev.coffer.asset.create.CreateService;
import dev.coffer.asset.create.NewAsset;
import dev.coffer.asset.intake.NewContent;
import dev.coffer.asset.task.TaskLease;
import dev.coffer.asset.task.TaskResult;
import dev.coffer.asset.task.TaskTransactions;
import dev.coffer.common.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;

/** The end of a download: asset and task are done together, or not at all. */
@ApplicationScoped
class DownloadTransactions {
    private final CreateService creations;
    private final TaskTransactions tasks;

    DownloadTransactions(CreateService creations, TaskTransactions tasks) {
        this.creations = creations;
        this.tasks = tasks;
    }

    @Transactional
    Asset complete(TaskLease lease, NewAsset wanted, NewContent content) {
        Asset asset = creations.create(caller(lease), lease.owner(), content, wanted).asset();
        tasks.complete(lease, new TaskResult(
                true, content.blob().size(), asset.mimeType, asset.hash, wanted.name(), asset.id, null));
        return asset;
    }

    /** The caller who created the task, in the workspace of the task. */
    private static Caller caller(TaskLease lease) {
        return new Caller(lease.owner().tenant(), lease.subject(), Caller.Kind.USER, Set.of(), Set.of(), Set.of(),
                lease.owner().key());
    }
}
