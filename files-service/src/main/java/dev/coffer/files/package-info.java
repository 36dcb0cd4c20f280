/**
 * The CDF Files API: the two-phase uploads that Cognite clients speak. By feature: {@code create} takes the
 * description of a file and hands out an upload link, {@code content} learns of the bytes that came in,
 * {@code find} gives files and download links back; {@code file} is what they share, {@code project} says whose
 * it is.
 */
package dev.coffer.files;
