package dev.coffer.asset.task;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A row of {@code task}. */
@Entity
class Task {
    @Id
    UUID id;

    String tenant;
    String owner;
    String createdBy;
    String taskName;
    String idempotencyKey;

    @JdbcTypeCode(SqlTypes.JSON)
    String payload;

    @Enumerated(EnumType.STRING)
    TaskStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    String result;

    @Nullable
    String errorMessage;
    int attempts;
    /** By what the request that gave it is found in the log; absent in tasks from before that was noted. */
    String requestId;
    String traceparent;
    /** Running: when another worker may take it. Created: not to be taken before. */
    Instant dueAt;

    Instant createTime;
    Instant updateTime;
    Instant startedAt;
    Instant completedAt;

    void end(TaskStatus how, String itsResult, @Nullable String error, Instant now) {
        status = how;
        result = itsResult;
        errorMessage = error;
        updateTime = now;
        completedAt = now;
    }
}
