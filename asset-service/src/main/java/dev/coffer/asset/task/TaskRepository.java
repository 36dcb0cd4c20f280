package dev.coffer.asset.task;

import dev.coffer.common.identity.Owner;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The rows of {@code task}. */
@ApplicationScoped
class TaskRepository implements PanacheRepositoryBase<Task, UUID> {
    private static final String DUE = """
            select * from task where task_name = :name and status in ('created', 'running') and due_at <= :now
                and tenant <> all(:except) order by due_at limit 1 for update skip locked""";

    /** The owner's own task. */
    Optional<Task> find(Owner owner, UUID id) {
        return find("id = ?1 and tenant = ?2 and owner = ?3", id, owner.tenant(), owner.key()).firstResultOptional();
    }

    /** A task that is due and that no worker holds, of none of these tenants; locked. */
    Optional<Task> due(String name, Instant now, Set<String> except) {
        return getEntityManager().unwrap(Session.class)
                .createNativeQuery(DUE, Task.class)
                .setParameter("name", name)
                .setParameter("now", now)
                .setParameter("except", except.toArray(String[]::new))
                .getResultStream()
                .findFirst();
    }

    /** The task of a lease, locked; empty if another worker holds it by now. */
    Optional<Task> held(TaskLease lease) {
        return find("id = ?1 and attempts = ?2 and status = ?3", lease.id(), lease.attempt(), TaskStatus.running)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** The owner's matching tasks, in the order of their creation. */
    PanacheQuery<Task> matching(Owner owner, TaskQuery query) {
        StringBuilder where = new StringBuilder("tenant = :tenant and owner = :owner");
        Map<String, Object> values = new HashMap<>(Map.of("tenant", owner.tenant(), "owner", owner.key()));
        add(where, values, "taskName = :name", "name", query.taskName());
        add(where, values, "idempotencyKey = :key", "key", query.idempotencyKey());
        add(where, values, "status in :statuses", "statuses", query.statuses().isEmpty() ? null : query.statuses());
        add(where, values, "createTime > :after", "after", query.createdAfter());
        add(where, values, "createTime < :before", "before", query.createdBefore());
        Sort.Direction direction = query.descending() ? Sort.Direction.Descending : Sort.Direction.Ascending;
        return find(where.toString(), Sort.by("createTime", direction).and("id", direction), values);
    }

    int deleteEnded(Instant before) {
        return (int) delete("completedAt < ?1", before);
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String condition, String name, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            values.put(name, value);
        }
    }
}
