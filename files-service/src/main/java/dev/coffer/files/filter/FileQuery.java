package dev.coffer.files.filter;

import dev.coffer.files.comparison.GeoCondition;
import dev.coffer.files.project.Access;
import java.util.List;
import java.util.Optional;

/**
 * A filter with everything that it names looked up.
 *
 * @param access what the caller may see
 * @param dataSets ids of the data sets that the filter names
 * @param geo its condition on the location
 */
public record FileQuery(Access access, FileFilter filter, Optional<List<Long>> dataSets, Optional<GeoCondition> geo) {}
