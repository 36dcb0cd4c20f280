package dev.coffer.localstack.component;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.localstack.process.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartProgressTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final AtomicLong work = new AtomicLong();
    private final AtomicLong now = new AtomicLong();
    private final StartProgress progress = new StartProgress(work::get, now::get, MINUTE);

    @Test
    void whoDoesSomethingNowAndThenMayTakeAsLongAsItLikes() {
        for (int minute = 0; minute < 100; minute++) {
            now.addAndGet(MINUTE.toNanos());
            work.incrementAndGet();
            assertThat(progress.hasStopped()).isFalse();
        }
    }

    @Test
    void whoDoesNothingForAMinuteHasStopped() {
        now.addAndGet(MINUTE.toNanos());
        assertThat(progress.hasStopped()).isFalse();
        now.addAndGet(1);
        assertThat(progress.hasStopped()).isTrue();
    }

    @Test
    void aLineInTheLogIsProgress(@TempDir Path directory) throws Exception {
        Path log = Files.writeString(directory.resolve("log"), "one\n");
        long pid = new ProcessBuilder("sleep", "60").start().pid();
        try {
            StartProgress idle = StartProgress.of(pid, log, Duration.ofMillis(200));
            assertThat(Await.until(idle::hasStopped, MINUTE)).isTrue();
            Files.writeString(log, "one\ntwo\n");
            assertThat(idle.hasStopped()).isFalse();
        } finally {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
