package dev.coffer.acceptance.fault;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.Client.query;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.stack.Await;
import dev.coffer.acceptance.stack.Requires;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A backup that is taken while clients upload, the loss of all that it is of, and its restoration, in the order of
 * {@code docs/operations.md}. This is done to the stack itself, with all that tests before it have left there: a second
 * one would take as much memory again, and prove less.
 */
@Order(3)
class RestoreIT {
    /** In a row; one object; an object in parts. */
    private static final List<Integer> SIZES = List.of(4 << 10, 300_000, 12 << 20);
    private static final int SMALL = 40_000;
    private static final int BEFORE = 3;

    private final Ledger ledger = new Ledger();
    private final String folder = unique("restore");

    @BeforeAll
    static void disksCanBeLost() {
        Requires.that(Backup.possible(), "the data of the stack, its store among it, is on this machine");
    }

    @Test
    void whatABackupHasIsThereAfterTheLossOfDatabasesAndBucket() throws Exception {
        List<Target> targets = SIZES.stream().flatMap(size -> Stream.of(
                newUserFile(), new Target.Asset(unique("restore")), Target.CdfFile.create())).toList();
        for (int i = 0; i < targets.size(); i++) {
            store(targets.get(i), Payloads.binary(SIZES.get(i / 3)));
        }
        Target overwritten = targets.getFirst();
        store(overwritten, Payloads.csv());
        Target deleted = newUserFile();
        deleted.send(Payloads.csv()).expect(200);
        as(A).userFiles().delete(path(deleted)).then().statusCode(204);

        Backup backup;
        List<Upload> during;
        try (Uploads uploads = new Uploads()) {
            during = uploads.confirmed;
            Await.until("a client uploads", Duration.ofSeconds(10), () -> during.size() >= BEFORE);
            backup = Backup.take();
        }
        overwritten.send(Payloads.csv()).expect(200);
        Target late = newUserFile();
        late.send(Payloads.csv()).expect(200);

        backup.loseEverything();
        backup.restore();

        ledger.assertKept();
        late.assertHolds(null);
        deleted.assertHolds(null);
        assertMomentOf(during);
        assertListed(Stream.concat(targets.stream(), during.stream().map(Upload::target).filter(Target::filled)));
        RestoredRows.assertComplete();
        goesOn(targets);
    }

    /** They came one after another: of one moment are all up to one of them, each complete. */
    private static void assertMomentOf(List<Upload> during) {
        int count = (int) during.stream().takeWhile(upload -> upload.target().filled()).count();
        assertThat(count).as("those that were confirmed before").isGreaterThanOrEqualTo(BEFORE);
        during.subList(0, count).forEach(upload -> upload.target().assertHolds(upload.payload()));
        during.subList(count, during.size()).forEach(upload -> upload.target().assertHolds(null));
    }

    private void assertListed(Stream<Target> expected) {
        List<String> listed = as(A).request()
                .get("/api/userdata" + query("dir", folder, "recurse", true, "full_info", false))
                .then().statusCode(200).extract().jsonPath().getList("", String.class);
        assertThat(listed.stream().map(name -> folder + "/" + name)).containsExactlyInAnyOrderElementsOf(
                expected.filter(Target.UserFile.class::isInstance).map(RestoreIT::path).toList());
    }

    private void goesOn(List<Target> targets) {
        targets.stream().filter(target -> !(target instanceof Target.Asset))
                .forEach(target -> store(target, Payloads.binary(SMALL)));
        store(new Target.Asset(unique("restored")), Payloads.png());
        ledger.assertKept();
        ledger.assertPublished();
    }

    private void store(Target target, Payload payload) {
        assertThat(target.send(payload).status()).as("upload to %s", target).isBetween(200, 201);
        ledger.confirmed(target, payload);
    }

    private Target newUserFile() {
        return new Target.UserFile(folder + "/" + unique("file"));
    }

    private static String path(Target target) {
        return ((Target.UserFile) target).path();
    }

    private record Upload(Target target, Payload payload) {}

    /** A client that saves files, one after another, until it is closed. */
    private final class Uploads implements AutoCloseable {
        private final List<Upload> confirmed = new CopyOnWriteArrayList<>();
        private final Thread client = Thread.startVirtualThread(this::run);
        private volatile boolean ended;

        private void run() {
            while (!ended) {
                Upload upload = new Upload(newUserFile(), Payloads.binary(SMALL));
                if (upload.target().send(upload.payload()).status() == 200) {
                    confirmed.add(upload);
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            ended = true;
            client.join();
        }
    }
}
