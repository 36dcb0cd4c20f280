package dev.coffer.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Requires;
import dev.coffer.acceptance.stack.Stack;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any process may be killed during any upload: nothing that was confirmed is lost, and nothing is incomplete. */
@Order(4)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledProcessIT {
    private static final int SIZE = 24 << 20;
    private final Ledger ledger = new Ledger();

    static List<String> processes() {
        return Stack.components();
    }

    @BeforeAll
    void repairable() {
        Requires.that(
                Environment.find("COFFER_COMMAND").isPresent() && Environment.find("COFFER_DIR").isPresent(),
                "COFFER_COMMAND and COFFER_DIR say how to repair a stack; ./coffer test sets them");
        for (Target target : Target.oneOfEach()) {
            store(target, Payloads.csv());
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void nothingConfirmedIsLostAndNothingIsHalfThere(String process) {
        List<Target> targets = Target.oneOfEach();
        targets.stream().filter(target -> !(target instanceof Target.Asset)).forEach(t -> store(t, Payloads.csv()));
        List<HeldUpload> uploads =
                targets.stream().map(target -> new HeldUpload(target, Payloads.binary(SIZE))).toList();
        uploads.forEach(HeldUpload::awaitTheMiddle);
        Stack.kill(process);
        uploads.forEach(HeldUpload::goOn);
        List<Boolean> succeeded = uploads.stream().map(HeldUpload::succeeded).toList();
        if (process.equals("kafka")) {
            assertThat(succeeded).as("uploads go on without Kafka").containsOnly(true);
        }

        Stack.repair();
        uploads.forEach(this::settle);
        ledger.assertKept();
        uploads.forEach(upload -> store(upload.target(), Payloads.binary(SIZE / 8)));
        ledger.assertPublished();
    }

    @AfterAll
    void everythingThatWasEverConfirmedIsThere() {
        ledger.assertKept();
    }

    /** A confirmed upload is present; any other upload is either complete or absent. */
    private void settle(HeldUpload upload) {
        Target target = upload.target();
        if (upload.succeeded()) {
            ledger.confirmed(target, upload.payload());
            return;
        }
        Payload old = ledger.of(target);
        try {
            target.assertHolds(old);
        } catch (AssertionError notTheOldOne) {
            target.assertHolds(upload.payload());
            ledger.confirmed(target, upload.payload());
        }
    }

    private void store(Target target, Payload payload) {
        // An asset is never overwritten: other content would be another asset.
        if (target instanceof Target.Asset && target.filled()) {
            return;
        }
        assertThat(target.send(payload).status()).as("upload to %s", target).isBetween(200, 201);
        ledger.confirmed(target, payload);
    }
}
