package dev.coffer.images.base;

/**
 * Software that a base brings along.
 *
 * @param name    as its makers call it
 * @param version as its makers count it
 * @param purl    its package URL
 */
public record Part(String name, String version, String purl) {}
