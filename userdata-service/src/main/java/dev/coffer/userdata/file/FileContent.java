package dev.coffer.userdata.file;

import dev.coffer.common.content.Preconditions;
import dev.coffer.common.content.Representation;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.version.VersionContent;
import java.time.Instant;
import java.util.UUID;

/**
 * Content to be read: the present content of a file, or an earlier one.
 *
 * @param owner of the file
 * @param path of the file
 * @param ref the reference that holds the bytes
 * @param size in bytes
 * @param hash {@code blake3:<hex>}
 * @param modifiedAt when it was put there
 */
public record FileContent(Owner owner, String path, UUID ref, long size, String hash, Instant modifiedAt) {

    public static FileContent of(Owner owner, String path, VersionContent content) {
        return new FileContent(owner, path, content.ref(), content.size(), content.hash(), content.savedAt());
    }

    /** The strong entity tag: equal bytes have equal tags. */
    public String etag() {
        return Preconditions.tag(hash.substring(hash.indexOf(':') + 1));
    }

    /** The representation for an answer with the content. */
    public Representation represented() {
        return UserFileRepresentation.of(path, size, etag(), modifiedAt);
    }
}
