package dev.coffer.files.expiry;

import dev.coffer.files.file.FileEntity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** Finds files that never got content, in all projects. */
@ApplicationScoped
class ExpiredFileRepository {
    private static final String CLAIM = """
            with expired as (
                select tenant, project, id from file
                where content_ref is null and upload_expires_at < :now
                    and (expiry_claimed_until is null or expiry_claimed_until < now())
                order by upload_expires_at limit :most for update skip locked)
            update file f set expiry_claimed_until = now() + :claim * interval '1 second'
            from expired e where f.tenant = e.tenant and f.project = e.project and f.id = e.id
            returning f.*""";

    private final Session database;

    ExpiredFileRepository(Session database) {
        this.database = database;
    }

    /** Some whose last link has expired, the oldest first, which nobody gets again for as long as the claim lasts. */
    List<FileEntity> claim(Instant now, int most, Duration claim) {
        return database.createNativeQuery(CLAIM, FileEntity.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .setParameter("claim", claim.toSeconds())
                .getResultList();
    }
}
