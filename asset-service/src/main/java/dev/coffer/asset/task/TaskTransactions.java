package dev.coffer.asset.task;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.common.tracing.CurrentTrace;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The transactions that create tasks, and that workers claim and finish them with. Any number of processes may claim
 * tasks; each task is leased to one of them at a time, and what a worker writes counts only while it holds the lease.
 */
@ApplicationScoped
public class TaskTransactions {
    private final TaskRepository tasks;
    private final ObjectMapper json;
    private final Clock clock;

    TaskTransactions(TaskRepository tasks, ObjectMapper json, Clock clock) {
        this.tasks = tasks;
        this.json = json;
        this.clock = clock;
    }

    /** Creates a task. Returns its id. */
    @Transactional
    public UUID give(Caller caller, Owner owner, String name, Object payload) {
        Task task = new Task();
        task.id = Ids.next();
        task.tenant = owner.tenant();
        task.owner = owner.key();
        task.createdBy = caller.subject();
        task.taskName = name;
        task.idempotencyKey = name + ":" + task.id;
        task.payload = text(payload);
        task.status = TaskStatus.created;
        task.createTime = clock.instant();
        task.updateTime = task.createTime;
        task.dueAt = task.createTime;
        CurrentTrace.get().ifPresent(trace -> {
            task.requestId = trace.requestId();
            task.traceparent = trace.traceparent();
        });
        tasks.persist(task);
        return task.id;
    }

    /**
     * Claims a task that is due. A task that workers have abandoned that often fails instead.
     *
     * @param except tenants that have enough tasks under way
     */
    @Transactional
    public Optional<TaskLease> take(String name, Duration lease, int attempts, Set<String> except) {
        Instant now = clock.instant();
        for (Optional<Task> due = tasks.due(name, now, except); due.isPresent(); due = tasks.due(name, now, except)) {
            Task task = due.get();
            if (task.attempts < attempts) {
                task.attempts++;
                task.status = TaskStatus.running;
                task.startedAt = task.startedAt == null ? now : task.startedAt;
                task.updateTime = now;
                task.dueAt = now.plus(lease);
                return Optional.of(TaskLease.of(task));
            }
            task.end(TaskStatus.failed, text(TaskResult.failed("given up")), "Given up after " + attempts
                    + " attempts that were interrupted.", now);
            tasks.flush();
        }
        return Optional.empty();
    }

    /** Extends a lease. Returns false if the worker does not hold it any more. */
    @Transactional
    public boolean renew(TaskLease lease, Duration life) {
        Optional<Task> task = tasks.held(lease);
        task.ifPresent(held -> held.dueAt = clock.instant().plus(life));
        return task.isPresent();
    }

    /**
     * Completes a task, in the transaction that has done the work.
     *
     * @throws ServiceException if another worker holds it by now
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void complete(TaskLease lease, TaskResult result) {
        Task task = tasks.held(lease).orElseThrow(() -> new ServiceException(
                ErrorCode.CONFLICT, "The task is held by another worker."));
        task.end(TaskStatus.completed, text(result), null, clock.instant());
    }

    /** The task has failed for good. */
    @Transactional
    public void fail(TaskLease lease, String message) {
        tasks.held(lease).ifPresent(
                task -> task.end(TaskStatus.failed, text(TaskResult.failed(message)), message, clock.instant()));
    }

    /** The task has failed for now, and is to be tried again after a pause. */
    @Transactional
    public void postpone(TaskLease lease, String message, Duration pause) {
        tasks.held(lease).ifPresent(task -> {
            task.status = TaskStatus.created;
            task.errorMessage = message;
            task.updateTime = clock.instant();
            task.dueAt = task.updateTime.plus(pause);
        });
    }

    /** Deletes tasks that ended so long ago. Returns how many. */
    @Transactional
    public int forget(Duration age) {
        return tasks.deleteEnded(clock.instant().minus(age));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
