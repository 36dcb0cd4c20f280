package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.every.thing.Deletable;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.isolation.SameAnswer;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Calls every operation that names a resource as its owner and as others, by token and by key: a resource of
 * others, or a deleted one, gets exactly the answer of one that never existed. Generated from the served documents.
 */
@Order(31)
class OwnershipIT {

    static List<Sample> all() {
        return EveryOperation.all().stream().flatMap(operation -> Sample.of(operation).stream()).toList();
    }

    static List<Sample> samples() {
        return all().stream().filter(sample -> sample.thing() != null).toList();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyOperationSaysWhoseThingsItNames(Sample sample) {
        assertThat(sample.saysWhoseItIs())
                .as("samples.yaml names the thing that %s is about, or says why it is unowned", sample.operation())
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOwnerIsAnswered(Sample sample) {
        for (Client owner : sample.thing().owners()) {
            Answer answer = sample.send(owner, sample.thing().create(owner));
            assertTaken(!sample.says("refused"), answer, owner);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatBelongsToOthersIsUnknown(Sample sample) {
        String foreign = sample.thing().create(as(A));
        String before = sample.thing().state(as(A), foreign);
        for (Client outsider : sample.thing().outsiders()) {
            assertUnknown(sample, outsider, foreign);
        }
        assertThat(sample.thing().state(as(A), foreign)).isEqualTo(before);
    }

    static List<Sample> mortals() {
        return samples().stream().filter(sample -> !sample.says("outlives")).toList();
    }

    @ParameterizedTest
    @MethodSource("mortals")
    void whatIsDeletedIsUnknown(Sample sample) {
        for (Client owner : sample.thing().owners()) {
            String gone = sample.thing().create(owner);
            ((Deletable) sample.thing()).delete(owner, gone);
            assertUnknown(sample, owner, gone);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatNothingCanBeCalledIsRefused(Sample sample) {
        for (Client owner : sample.thing().owners()) {
            for (String name : sample.thing().malformed()) {
                Answer answer = sample.sendEncoded(owner, name);
                assertThat(answer.status()).as("%s, %s: %s", owner, name, answer.text())
                        .isBetween(sample.says("silent") ? 200 : 400, 499);
            }
        }
    }

    private static void assertUnknown(Sample sample, Client client, String name) {
        String unknown = sample.thing().unknown(name);
        Answer answer = sample.send(client, name);
        assertTaken(sample.says("silent"), answer, client);
        SameAnswer.assertSame(answer, name, sample.send(client, unknown), unknown);
    }

    private static void assertTaken(boolean taken, Answer answer, Client client) {
        assertThat(answer.status()).as("%s: %s", client, answer.text())
                .isBetween(taken ? 200 : 400, taken ? 399 : 404);
    }
}
