package dev.coffer.blob.share;

/**
 * Who holds a part of a {@link Share}.
 *
 * @param tenant whose content it is
 * @param session what of the tenant: an upload link, a workspace, a content that is read
 */
public record Holder(String tenant, String session) {}
