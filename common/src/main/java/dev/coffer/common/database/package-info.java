/** SQL that grows out of fragments; locks, turns and shares among transactions. */
@NullMarked
package dev.coffer.common.database;

import org.jspecify.annotations.NullMarked;
