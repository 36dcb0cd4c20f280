package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.isolation.SameAnswer;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that names something, as its owner, as everybody else, by token and by key: what is somebody
 * else's, or deleted, answers exactly as what never was. Generated from the served documents.
 */
@Order(31)
class OwnershipIT {

    static List<Sample> samples() {
        return EveryOperation.all().stream()
                .map(Sample::of)
                .filter(sample -> sample.thing() != null)
                .toList();
    }

    static List<EveryOperation> operations() {
        return EveryOperation.all();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatIsNamedInAPathHasAnOwner(EveryOperation operation) {
        Sample sample = Sample.of(operation);
        List<String> names = operation.parameters("path").stream().filter(name -> !name.equals("project")).toList();
        assertThat(names.isEmpty() || sample.thing() != null || sample.namesNothingOwned())
                .as("samples.yaml says whose the %s of %s is, or why that does not matter", names, operation)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOwnerIsAnswered(Sample sample) {
        for (Client owner : sample.thing().owners()) {
            String own = sample.thing().create(owner);
            Answer answer = sample.send(owner, own);
            assertThat(answer.status()).as("%s: %s", owner, answer.text()).isBetween(200, 399);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void whatIsSomebodyElsesIsUnknown(Sample sample) {
        String foreign = sample.thing().create(as(A));
        String before = sample.thing().state(as(A), foreign);
        String unknown = sample.thing().unknown(foreign);
        for (Client outsider : sample.thing().outsiders()) {
            SameAnswer.assertSame(sample.send(outsider, foreign), foreign, sample.send(outsider, unknown), unknown);
        }
        assertThat(sample.thing().state(as(A), foreign)).isEqualTo(before);
    }

    static List<Sample> mortals() {
        return samples().stream().filter(sample -> !sample.outlives()).toList();
    }

    @ParameterizedTest
    @MethodSource("mortals")
    void whatIsDeletedIsUnknown(Sample sample) {
        for (Client owner : sample.thing().owners()) {
            String gone = sample.thing().create(owner);
            sample.thing().delete(owner, gone);
            String unknown = sample.thing().unknown(gone);
            SameAnswer.assertSame(sample.send(owner, gone), gone, sample.send(owner, unknown), unknown);
        }
    }
}
