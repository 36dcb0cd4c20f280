package dev.coffer.asset.task;

import dev.coffer.asset.filter.QueryParameters;
import dev.coffer.common.error.ServiceException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which tasks, and which page of them. Null and empty conditions match every task. */
record TaskQuery(
        @Nullable String taskName,
        @Nullable String idempotencyKey,
        Set<TaskStatus> statuses,
        @Nullable Instant createdAfter,
        @Nullable Instant createdBefore,
        boolean descending,
        long offset,
        int limit) {
    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    /** Beyond any list; the framework counts rows in an int. */
    private static final long FAR = 1_000_000_000;
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    /** @throws ServiceException 400 that names what is wrong */
    static TaskQuery of(TaskParameters asked) {
        return new TaskQuery(
                text("task_name", asked.taskName),
                text("idempotency_key", asked.idempotencyKey),
                statuses(asked.status == null ? List.of() : asked.status),
                time("created_after", asked.createdAfter),
                time("created_before", asked.createdBefore),
                descending(asked.sortOrder),
                Math.min(FAR, QueryParameters.offset(asked.offset)),
                QueryParameters.limit(asked.limit, DEFAULT_LIMIT, MAX_LIMIT));
    }

    private static @Nullable String text(String parameter, @Nullable String text) {
        return QueryParameters.absent(text) ? null : QueryParameters.text(parameter, text);
    }

    private static Set<TaskStatus> statuses(List<String> values) {
        return values.stream().flatMap(value -> Arrays.stream(value.split(","))).map(String::strip)
                .filter(name -> !name.isEmpty()).map(TaskQuery::status).collect(Collectors.toSet());
    }

    private static TaskStatus status(String name) {
        return Arrays.stream(TaskStatus.values()).filter(status -> status.wireName().equals(name)).findFirst()
                .orElseThrow(() -> ServiceException.invalidQuery("status",
                        "must be some of created, running, completed, failed"));
    }

    private static @Nullable Instant time(String parameter, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            // A plus sign in a query is a blank, unless it was encoded.
            Instant time = OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
            return time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        } catch (DateTimeException e) {
            throw ServiceException.invalidQuery(parameter, "must be a time such as 2026-01-31T12:00:00Z");
        }
    }

    private static boolean descending(@Nullable String order) {
        return switch (order) {
            case null -> true;
            case "", "desc" -> true;
            case "asc" -> false;
            default -> throw ServiceException.invalidQuery("sort_order", "must be asc or desc");
        };
    }
}
