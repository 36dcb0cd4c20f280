package dev.coffer.asset.task;

import dev.coffer.common.identity.Owner;
import dev.coffer.common.tracing.RequestTrace;
import java.util.UUID;

/**
 * The right of a worker to do a task, for as long as it is renewed.
 *
 * @param attempt which one this is; a later one makes it worthless
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
