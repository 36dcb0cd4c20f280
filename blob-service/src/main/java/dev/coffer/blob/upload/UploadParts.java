package dev.coffer.blob.upload;

import dev.coffer.blob.content.Digests;
import dev.coffer.blob.quota.Quotas;
import dev.coffer.blob.quota.Room;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** The parts of uploads that have come in, and the short transactions around them. */
@ApplicationScoped
class UploadParts {
    /** Parts that S3 allows, shared by 250 parts of ours: so often a part can be sent before a number comes again. */
    private static final int ATTEMPTS = 40;

    private static final String BEGIN = """
            insert into upload_part (right_id, number, attempts) values (:right, :number, 1)
            on conflict (right_id, number) do update set attempts = upload_part.attempts + 1
            returning attempts""";
    private static final String NOTE = """
            update upload_part set store_number = :storeNumber, etag = :etag, size = :size, blake3 = :blake3,
                sha256 = :sha256
            where right_id = :right and number = :number""";
    private static final String COMPLETE = """
            select number, store_number, etag, size, blake3, sha256 from upload_part
            where right_id = :right and size is not null order by number""";

    private static final String SIZE = "select size from upload_part where right_id = :right and number = :number";

    private final EntityManager database;
    private final Quotas quotas;
    private final UploadRepository uploads;
    private final Clock clock;

    UploadParts(EntityManager database, Quotas quotas, UploadRepository uploads, Clock clock) {
        this.database = database;
        this.quotas = quotas;
        this.uploads = uploads;
        this.clock = clock;
    }

    /** How much a part may have: what it has already gives way. */
    @Transactional
    Room room(UploadRight right, int number) {
        Room room = quotas.room(right.tenant);
        return room == Room.UNLIMITED ? room : room.without(size(right.id, number, SIZE));
    }

    /** Bytes that a part of this length takes beside those that it has. */
    @Transactional
    long more(UploadRight right, int number, long length) {
        return Math.max(0, length - size(right.id, number, SIZE));
    }

    private long size(UUID rightId, int number, String query) {
        Number size = (Number) database.createNativeQuery(query)
                .setParameter("right", rightId)
                .setParameter("number", number)
                .getSingleResultOrNull();
        return size == null ? 0 : size.longValue();
    }

    /** Lets a part in. @throws ServiceException 403 if the right is gone, 409 if the upload is complete */
    @Transactional
    PartAttempt begin(UUID rightId, int number) {
        UploadRight right = open(rightId, LockModeType.NONE);
        if (!right.inParts() || number < 1 || number > right.parts) {
            throw UploadRights.refused();
        }
        int attempts = ((Number) database.createNativeQuery(BEGIN)
                .setParameter("right", rightId)
                .setParameter("number", number)
                .getSingleResult()).intValue();
        int storeNumber = (number - 1) * ATTEMPTS + 1 + (attempts - 1) % ATTEMPTS;
        Upload upload = database.find(Upload.class, right.uploadId);
        return new PartAttempt(rightId, number, storeNumber, upload, right.parts == 1);
    }

    /**
     * Notes a part that is in the store: of several attempts the last one to get here counts.
     *
     * @param underWay what has held room for it until now; null if nothing has
     * @throws ServiceException 413 if another attempt has made the part smaller, and its room is taken
     */
    void note(UploadRight of, UploadPart part, Upload underWay) {
        quotas.inTurn(of.tenant, () -> noteInTurn(of.id, part, underWay));
    }

    private UploadPart noteInTurn(UUID rightId, UploadPart part, Upload underWay) {
        UploadRight right = open(rightId, LockModeType.PESSIMISTIC_READ);
        if (underWay != null) {
            uploads.unreserve(underWay.id());
            quotas.lockedRoom(right.tenant);
        }
        long more = part.size() - size(rightId, part.number(), SIZE + " for update");
        if (more > 0) {
            quotas.admit(right.tenant, more);
        }
        uploads.changeReserved(right.uploadId, more);
        ObjectStore.Part stored = part.stored();
        Digests digests = part.digests();
        database.createNativeQuery(NOTE)
                .setParameter("storeNumber", stored == null ? null : stored.number())
                .setParameter("etag", stored == null ? null : stored.etag())
                .setParameter("size", part.size())
                .setParameter("blake3", digests == null ? null : digests.blake3())
                .setParameter("sha256", digests == null ? null : digests.sha256())
                .setParameter("right", rightId)
                .setParameter("number", part.number())
                .executeUpdate();
        return part;
    }

    /** The parts that are complete, in the order of their numbers. */
    @SuppressWarnings("unchecked")
    List<UploadPart> complete(UUID rightId) {
        List<Object[]> rows = database.createNativeQuery(COMPLETE).setParameter("right", rightId).getResultList();
        return rows.stream().map(UploadParts::read).toList();
    }

    private UploadRight open(UUID rightId, LockModeType lock) {
        UploadRight right = database.find(UploadRight.class, rightId, lock);
        if (right == null || right.expired(clock.instant())) {
            throw UploadRights.refused();
        }
        if (right.completing || right.completedRef != null) {
            throw new ServiceException(ErrorCode.CONFLICT, "The upload is complete, it takes no more parts.");
        }
        return right;
    }

    private static UploadPart read(Object[] row) {
        long size = ((Number) row[3]).longValue();
        ObjectStore.Part stored =
                row[1] == null ? null : new ObjectStore.Part(((Number) row[1]).intValue(), (String) row[2]);
        Digests digests = row[4] == null ? null : new Digests((byte[]) row[4], (byte[]) row[5], size);
        return new UploadPart(((Number) row[0]).intValue(), stored, size, digests);
    }
}
