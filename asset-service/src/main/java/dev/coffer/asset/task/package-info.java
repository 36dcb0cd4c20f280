/**
 * Work that goes on after the answer: a row for each task, which a worker holds by a lease. {@code GET /api/tasks}
 * tells the owner how it goes (comfy.md section 2.5).
 */
@NullMarked
package dev.coffer.asset.task;

import org.jspecify.annotations.NullMarked;
