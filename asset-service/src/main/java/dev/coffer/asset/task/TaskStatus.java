package dev.coffer.asset.task;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far a task has come; written small on the wire and in the database. */
public enum TaskStatus {
    created,
    running,
    completed,
    failed;

    @JsonValue
    public String wireName() {
        return name();
    }
}
