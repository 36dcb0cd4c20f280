/** SQL that grows out of fragments; locks, turns and shares among transactions. */
package dev.coffer.common.database;
