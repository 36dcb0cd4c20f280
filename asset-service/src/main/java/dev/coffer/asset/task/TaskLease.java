package dev.coffer.asset.task;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.tracing.RequestTrace;
import java.util.UUID;

/**
 * The exclusive right of a worker to do a task, until the lease expires.
 *
 * @param attempt the number of this attempt; a later one invalidates the lease
 * @param subject who asked for it
 * @param payload JSON
 * @param trace of the request that gave it
 */
public record TaskLease(UUID id, int attempt, Owner owner, String subject, String payload, RequestTrace trace) {
    static TaskLease of(Task task) {
        return new TaskLease(task.id, task.attempts, new Owner(task.tenant, task.owner), task.createdBy, task.payload,
                RequestTrace.resumed(task.requestId, task.traceparent));
    }
}
