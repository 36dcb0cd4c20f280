package dev.coffer.asset.task;

import dev.coffer.common.database.ScansRows;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.json.JsonMemory;
import dev.coffer.common.time.Ids;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hibernate.jpa.HibernateHints;

/** The tasks that owners see: their own. */
@ApplicationScoped
class TaskService {
    private static final int FETCHED_AT_ONCE = 10;

    private final TaskRepository tasks;
    private final JsonMemory memory;

    TaskService(TaskRepository tasks, JsonMemory memory) {
        this.tasks = tasks;
        this.memory = memory;
    }

    /** @throws ServiceException 404 if the owner has no such task */
    @Transactional
    public TaskView find(Owner owner, String id) {
        return Ids.parse(id).flatMap(known -> tasks.find(owner, known)).map(TaskView::of)
                .orElseThrow(() -> new ServiceException(
                        ErrorCode.NOT_FOUND, "Task " + id + " was not found.", Map.of("id", id)));
    }

    @ScansRows
    @Transactional
    public TaskListResponse list(Owner owner, TaskQuery query) {
        PanacheQuery<Task> matching = tasks.matching(owner, query);
        long total = matching.count();
        int first = (int) query.offset();
        List<TaskView> page;
        try (Stream<Task> rows = matching.range(first, first + query.limit() - 1)
                .withHint(HibernateHints.HINT_FETCH_SIZE, FETCHED_AT_ONCE)
                .stream()) {
            page = rows.map(this::counted).toList();
        }
        boolean more = query.offset() + page.size() < total && !page.isEmpty();
        return new TaskListResponse(
                page, new TaskListResponse.TaskPage(query.offset(), query.limit(), total, more));
    }

    private TaskView counted(Task task) {
        memory.answer(2L * task.payload.length());
        return TaskView.of(task);
    }
}
