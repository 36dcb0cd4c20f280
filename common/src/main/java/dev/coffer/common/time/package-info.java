/** The clock and time-ordered ids. */
package dev.coffer.common.time;
