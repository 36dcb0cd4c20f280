package dev.coffer.files.list;

import dev.coffer.files.filter.FileFilter;

/** Which files to count; without a filter all. */
record AggregateFilesRequest(FileFilter filter) {}
