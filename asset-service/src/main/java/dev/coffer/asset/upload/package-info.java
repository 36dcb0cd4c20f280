/**
 * The classic uploads, {@code /api/upload/*}: files in folders, under names that are given out once (comfy.md section
 * 4).
 */
@NullMarked
package dev.coffer.asset.upload;

import org.jspecify.annotations.NullMarked;
