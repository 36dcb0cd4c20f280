package dev.coffer.files.list;

/** Which files to count; without a filter all. */
record AggregateFilesRequest(FileFilter filter) {}
