package dev.coffer.userdata.file;

import dev.coffer.common.blobclient.StoredBlob;
import dev.coffer.common.content.Preconditions;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.address.UserPath;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Proxy;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;

/** Saves files as if their content had just been stored. */
@ApplicationScoped
public class Saves {
    static final String HASH = "0123456789abcdef".repeat(4);

    private final UserFileTransactions changes;

    Saves(UserFileTransactions changes) {
        this.changes = changes;
    }

    /** A new workspace. */
    static Owner workspace() {
        return Owner.user("acme", UUID.randomUUID().toString());
    }

    /** Puts some content there. */
    public UserFile save(Owner owner, String path) {
        return save(owner, path, Ids.next(), true);
    }

    UserFile save(Owner owner, String path, UUID ref, boolean overwrite) {
        return changes.save(wish(owner, path, overwrite), ref, content(HASH));
    }

    /** Puts content there that no other file has. */
    public UserFile saveOther(Owner owner, String path) {
        UUID ref = Ids.next();
        return changes.save(wish(owner, path, true), ref, content(DigestUtils.sha256Hex(ref.toString())));
    }

    private static StoredBlob content(String hash) {
        return new StoredBlob("blake3:" + hash, "sha256:" + hash, 5);
    }

    /** Puts some content there; returns the resulting path. */
    public String put(Owner owner, UserPath path) {
        return save(owner, path.value()).path;
    }

    public void delete(Owner owner, String path) {
        changes.delete(owner, UserPath.of(path), none());
    }

    /** No conditions. */
    public static Preconditions none() {
        return new Preconditions(withoutHeaders());
    }

    private static SaveUserFile wish(Owner owner, String path, boolean overwrite) {
        return new SaveUserFile(owner, UserPath.of(path), "s", overwrite, none());
    }

    private static HttpServerRequest withoutHeaders() {
        MultiMap none = MultiMap.caseInsensitiveMultiMap();
        return (HttpServerRequest) Proxy.newProxyInstance(
                HttpServerRequest.class.getClassLoader(),
                new Class<?>[] {HttpServerRequest.class},
                (proxy, method, arguments) -> none);
    }
}
