package dev.coffer.userdata.file;

import dev.coffer.common.content.Preconditions;
import dev.coffer.common.content.Representation;
import dev.coffer.common.identity.Owner;
import dev.coffer.userdata.version.VersionContent;
import java.time.Instant;
import java.util.UUID;

/**
 * A content to be read: the present one of a file, or an earlier one.
 *
 * @param owner of the file
 * @param path of the file
 * @param ref the reference that holds the bytes
 * @param size in bytes
 * @param hash {@code blake3:<hex>}
 * @param modifiedAt when it was put there
 */
record FileContent(Owner owner, String path, UUID ref, long size, String hash, Instant modifiedAt) {

    static FileContent of(Owner owner, String path, VersionContent content) {
        return new FileContent(owner, path, content.ref(), content.size(), content.hash(), content.savedAt());
    }

    /** The strong entity tag: equal bytes have equal tags. */
    String etag() {
        return Preconditions.tag(hash.substring(hash.indexOf(':') + 1));
    }

    /** How an answer with the bytes describes them. */
    Representation represented() {
        Presentation shown = Presentation.of(path);
        return new Representation(size, etag(), modifiedAt, shown.type(), shown.disposition(), shown.caching(), null);
    }
}
