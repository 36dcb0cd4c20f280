package dev.coffer.files.label;

import java.util.List;
import java.util.Optional;

/**
 * A filter with everything that it names looked up.
 *
 * @param name exactly this name
 * @param prefix how the external id begins
 * @param dataSets ids of the data sets that it names
 */
record LabelQuery(Optional<String> name, Optional<String> prefix, Optional<List<Long>> dataSets) {}
