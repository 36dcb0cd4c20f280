package dev.coffer.acceptance.load;

import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.harness.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Several clients of two tenants, who use all three APIs at a fixed rate as long as the services keep up. One in ten of
 * their actions is an upload; the others read, what was uploaded lately too.
 */
final class Load {
    private static final int CLIENTS = 12;
    private static final int ACTIONS_PER_SECOND = 100;
    private static final long PAUSE = Duration.ofSeconds(1).toNanos() * CLIENTS / ACTIONS_PER_SECOND;
    private static final int LARGEST = 64 << 10;
    private static final int RECENT = 60;

    private final AtomicLong requests = new AtomicLong();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Queue<Upload> uploads = new ConcurrentLinkedQueue<>();
    private final AtomicReferenceArray<Upload> recent = new AtomicReferenceArray<>(RECENT);

    /** Goes on for this long. */
    void run(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        inParallel(number -> act(new Session(number % 2 == 0 ? User.A : User.B, requests), end));
    }

    /** Reads all uploads again, and returns how many are not there, or are not what was sent. */
    long lost() {
        AtomicLong lost = new AtomicLong();
        Queue<Upload> unread = new ConcurrentLinkedQueue<>(uploads);
        inParallel(number -> {
            for (Upload upload = unread.poll(); upload != null; upload = unread.poll()) {
                if (!isThere(upload)) {
                    lost.incrementAndGet();
                }
            }
        });
        return lost.get();
    }

    long requests() {
        return requests.get();
    }

    int uploads() {
        return uploads.size();
    }

    /** A line for each action that has failed. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    private static void inParallel(Consumer<Integer> client) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                int own = number;
                clients.add(CompletableFuture.runAsync(() -> client.accept(own), threads));
            }
            // A client that ended early would have counted too little.
            clients.forEach(CompletableFuture::join);
        }
    }

    private void act(Session session, long end) {
        long next = System.nanoTime() + ThreadLocalRandom.current().nextLong(PAUSE);
        while (System.nanoTime() < end) {
            sleepUntil(next);
            next = Math.max(next, System.nanoTime() - 10 * PAUSE) + PAUSE;
            try {
                act(session);
            } catch (RuntimeException | AssertionError e) {
                failures.add(Instant.now() + " " + e);
            }
        }
    }

    private void act(Session session) {
        int size = ThreadLocalRandom.current().nextInt(1, LARGEST);
        switch (ThreadLocalRandom.current().nextInt(30)) {
            case 0 -> add(session.asset(Payloads.binary(size)));
            case 1 -> add(session.userFile(Payloads.binary(size)));
            case 2 -> add(session.cdfFile(Payloads.binary(size)));
            case 3, 4, 5 -> session.listAssets();
            case 6, 7, 8 -> session.listCdfFiles();
            case 9, 10, 11 -> session.readSettings();
            default -> readRecent();
        }
    }

    private void add(Upload upload) {
        uploads.add(upload);
        recent.set(ThreadLocalRandom.current().nextInt(RECENT), upload);
    }

    private void readRecent() {
        Upload upload = recent.get(ThreadLocalRandom.current().nextInt(RECENT));
        if (upload != null && !upload.isThere()) {
            throw new UnexpectedAnswer(upload.payload() + " came back as something else");
        }
    }

    private static boolean isThere(Upload upload) {
        try {
            return upload.isThere();
        } catch (RuntimeException | AssertionError e) {
            System.out.println("load: lost: " + upload.payload() + ": " + e);
            return false;
        }
    }

    private static void sleepUntil(long time) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, time - System.nanoTime())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
