package dev.coffer.files.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.files.FilesEventLog;
import dev.coffer.files.FilesServers;
import dev.coffer.files.Rows;
import dev.coffer.files.file.FileContent;
import dev.coffer.files.file.FileEntity;
import dev.coffer.files.file.FileKey;
import dev.coffer.files.file.StoredFiles;
import dev.coffer.files.project.Project;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(FilesServers.class)
class FileExpiryIT {
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final Project project = new Project("acme", "p" + UUID.randomUUID());

    @Inject
    ExpiryTransactions expired;

    @Inject
    FileExpiry expiry;

    @Inject
    StoredFiles stored;

    @Inject
    Rows rows;

    @Test
    void onlyFilesThatNeverGotContentAndCannotAnyMoreAreDeleted() {
        FileKey late = stored.add(project, file -> file.uploadExpiresAt = Instant.now().minusSeconds(1));
        FileKey open = stored.add(project, file -> file.uploadExpiresAt = Instant.now().plusSeconds(60));
        FileKey full = stored.add(project, file -> {
            file.uploadExpiresAt = Instant.now().minusSeconds(1);
            file.content = new FileContent(UUID.randomUUID(), 1L, 5L, null, null, Instant.EPOCH);
        });
        stored.open(late, Instant.now());
        assertThat(expired.claim(100, CLAIM)).extracting(file -> file.key).contains(late).doesNotContain(open, full);
        assertThat(expired.uploadSessions(late)).hasSize(1);
        assertThat(expired.delete(late)).isTrue();
        assertThat(expired.delete(late)).isFalse();
        assertThat(expired.delete(open)).isFalse();
        assertThat(expired.delete(full)).isFalse();
        assertThat(stored.get(late)).isNull();
        assertThat(stored.get(open)).isNotNull();
        assertThat(stored.get(full)).isNotNull();
        FilesEventLog.until(late.entity(), "file.deleted");
    }

    @Test
    void twoProcessesShareWhatHasExpired() throws Exception {
        List<FileKey> late = Stream.generate(
                () -> stored.add(project, file -> file.uploadExpiresAt = Instant.now().minusSeconds(1)))
                .limit(20)
                .toList();
        Callable<List<FileKey>> process = () -> {
            List<FileKey> mine = new ArrayList<>();
            List<FileEntity> some = expired.claim(3, CLAIM);
            while (!some.isEmpty()) {
                some.forEach(file -> mine.add(file.key));
                some = expired.claim(3, CLAIM);
            }
            return mine;
        };
        List<FileKey> claimed = new ArrayList<>();
        try (ExecutorService processes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<List<FileKey>> one : processes.invokeAll(Collections.nCopies(2, process))) {
                claimed.addAll(one.get());
            }
        }
        assertThat(claimed).containsAll(late).doesNotHaveDuplicates();
        late.forEach(stored::remove);
    }

    @Test
    void whatADeadProcessHadClaimedComesAgain() {
        FileKey late = stored.add(project, file -> file.uploadExpiresAt = Instant.now().minusSeconds(1));
        assertThat(expired.claim(100, Duration.ZERO)).extracting(file -> file.key).contains(late);
        assertThat(expired.claim(100, CLAIM)).extracting(file -> file.key).contains(late);
        assertThat(expired.claim(100, CLAIM)).extracting(file -> file.key).doesNotContain(late);
        stored.remove(late);
    }

    @Test
    void nothingExpiresWhileTheStoreCannotBeAsked() {
        FileKey late = stored.add(project, file -> file.uploadExpiresAt = Instant.EPOCH);
        expiry.run();
        assertThat(stored.get(late)).isNotNull();
        stored.remove(late);
    }

    @Test
    void lapsedUploadsAreForgottenAfterAWhile() {
        FileKey key = stored.add(project, file -> {});
        UUID old = stored.open(key, Instant.now().minus(Duration.ofDays(3)));
        UUID lately = stored.open(key, Instant.now().minus(Duration.ofDays(1)));
        expired.forgetSessions(Duration.ofDays(2));
        assertThat(rows.count("select count(*) from open_upload where id = ?", old)).isZero();
        assertThat(rows.count("select count(*) from open_upload where id = ?", lately)).isOne();
    }
}
