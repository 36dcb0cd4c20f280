/** What JSON of others may cost: its limits, and the heap that all of it shares while it is in memory. */
package dev.coffer.common.json;
