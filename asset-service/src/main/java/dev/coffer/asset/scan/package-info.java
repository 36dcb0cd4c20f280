/**
 * How the database is asked for the assets that match a filter: exact counters choose the cheapest scan, and give
 * totals.
 */
@NullMarked
package dev.coffer.asset.scan;

import org.jspecify.annotations.NullMarked;
