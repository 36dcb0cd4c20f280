package dev.coffer.blob.parts;

import dev.coffer.blob.content.Digests;
import dev.coffer.blob.store.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The rows of {@code upload_part}: what has come in of uploads in parts. */
@ApplicationScoped
class PartRepository {
    private static final String COUNT_ATTEMPT = """
            insert into upload_part (right_id, number, attempts) values (:session, :number, 1)
            on conflict (right_id, number) do update set attempts = upload_part.attempts + 1
            returning attempts""";
    private static final String NOTE = """
            update upload_part set store_number = :storeNumber, etag = :etag, size = :size, blake3 = :blake3,
                sha256 = :sha256
            where right_id = :session and number = :number""";
    private static final String COMPLETE = """
            select number, store_number, etag, size, blake3, sha256 from upload_part
            where right_id = :session and size is not null order by number""";
    private static final String SIZE = "select size from upload_part where right_id = :session and number = :number";

    private final Session database;

    PartRepository(Session database) {
        this.database = database;
    }

    /** Counts an attempt to send a part, and says how many there have been. */
    int countAttempt(UUID session, int number) {
        return database.createNativeQuery(COUNT_ATTEMPT, Integer.class)
                .setParameter("session", session)
                .setParameter("number", number)
                .getSingleResult();
    }

    /** Bytes that a part has; 0 if it has not come in. */
    long size(UUID session, int number) {
        return size(session, number, SIZE);
    }

    /** The same, locked until the end of the transaction. */
    long lockedSize(UUID session, int number) {
        return size(session, number, SIZE + " for update");
    }

    private long size(UUID session, int number, String query) {
        Long size = database.createNativeQuery(query, Long.class)
                .setParameter("session", session)
                .setParameter("number", number)
                .getSingleResultOrNull();
        return size == null ? 0 : size;
    }

    /** Notes what has come in of a part; it replaces what there was. */
    void note(UUID session, UploadPart part) {
        ObjectStore.Part stored = part.stored();
        Digests digests = part.digests();
        database.createNativeMutationQuery(NOTE)
                .setParameter("storeNumber", stored == null ? null : stored.number())
                .setParameter("etag", stored == null ? null : stored.etag())
                .setParameter("size", part.size())
                .setParameter("blake3", digests == null ? null : digests.blake3())
                .setParameter("sha256", digests == null ? null : digests.sha256())
                .setParameter("session", session)
                .setParameter("number", part.number())
                .executeUpdate();
    }

    /** The parts that are complete, in the order of their numbers. */
    List<UploadPart> complete(UUID session) {
        return database.createNativeQuery(COMPLETE, Row.class)
                .setParameter("session", session)
                .getResultStream()
                .map(Row::part)
                .toList();
    }

    /** The columns in the order of the query. */
    record Row(
            int number,
            @Nullable Integer storeNumber,
            @Nullable String etag,
            long size,
            byte @Nullable [] blake3,
            byte @Nullable [] sha256) {

        UploadPart part() {
            ObjectStore.Part stored =
                    storeNumber == null || etag == null ? null : new ObjectStore.Part(storeNumber, etag);
            Digests digests = blake3 == null || sha256 == null ? null : new Digests(blake3, sha256, size);
            return new UploadPart(number, stored, size, digests);
        }
    }
}
