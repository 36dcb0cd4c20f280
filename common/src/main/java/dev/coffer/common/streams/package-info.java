/** Bytes on their way: limits, pace, and streams that stall. */
package dev.coffer.common.streams;
