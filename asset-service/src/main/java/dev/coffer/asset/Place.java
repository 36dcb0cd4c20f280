package dev.coffer.asset;

/**
 * Where a file lies that was uploaded to a folder (comfy.md section 4.1).
 *
 * @param subfolder empty for the root
 */
public record Place(Location location, String subfolder) {}
