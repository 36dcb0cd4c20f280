package dev.coffer.asset.form;

import dev.coffer.asset.create.NewContent;

/**
 * The file of a form, which blob-service has and no row yet.
 *
 * @param name how the client calls it; null if it does not
 */
public record StoredFile(String name, NewContent content) {}
