package dev.coffer.files.dataset;

/** Which data sets to count; without a filter all. */
record AggregateDataSetsRequest(DataSetFilter filter) {}
