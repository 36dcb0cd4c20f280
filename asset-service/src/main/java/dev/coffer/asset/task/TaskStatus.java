package dev.coffer.asset.task;

import com.fasterxml.jackson.annotation.JsonValue;

/** The state of a task; in lower case in JSON and in the database. */
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
