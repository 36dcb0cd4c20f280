package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A2;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Transfer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bad input in every parameter and property of every operation of the served documents: the answer is never a 5xx, a
 * refusal has the form of its API and a status that the document lists, and leaves nothing behind.
 */
@Order(32)
class BadInputIT {
    private static final Client SENDER = as(A2);
    private static final int SHOWN = 200;

    static List<Sample> samples() {
        return EveryOperation.all().stream().map(operation -> Sample.of(operation).getFirst()).toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isRefusedInTheShapeOfTheApi(Sample sample) {
        String thing = sample.thing() == null ? "none" : sample.thing().create(SENDER);
        Belongings before = Belongings.of(SENDER);
        int taken = 0;
        List<String> wrong = new ArrayList<>();
        for (Attempt attempt : attempts(sample, thing)) {
            Answer answer = Transfer.send(sample.request(SENDER, thing, attempt.target(), attempt.json()));
            taken += answer.status() < 400 ? 1 : 0;
            complaint(sample.operation(), answer).ifPresent(text -> wrong.add(text + " for " + attempt));
        }
        assertThat(wrong).isEmpty();
        assertThat(Belongings.of(SENDER).minus(before)).as("things that came of %d good answers", taken)
                .isLessThanOrEqualTo(taken);
    }

    private static List<Attempt> attempts(Sample sample, String thing) {
        List<Attempt> attempts = new ArrayList<>();
        String path = sample.path(SENDER, Client.encode(thing));
        String body = sample.filledJson(SENDER, thing);
        for (String parameter : sample.operation().parameters("query")) {
            BadValues.inQueries()
                    .forEach(value -> attempts.add(new Attempt(path + "?" + parameter + "=" + value, body)));
        }
        if (sample.thing() != null) {
            sample.thing().malformed().forEach(name -> attempts
                    .add(new Attempt(sample.path(SENDER, name) + sample.encodedQuery(SENDER, name), body)));
        }
        if (sample.operation().takesJson()) {
            String target = path + sample.query(SENDER, thing);
            BadValues.bodies().forEach(text -> attempts.add(new Attempt(target, text)));
            Mutations.of(sample.json(), sample.operation().bodyProperties())
                    .forEach(text -> attempts.add(new Attempt(target, Words.fill(text, SENDER, thing))));
        }
        return attempts;
    }

    private static Optional<String> complaint(EveryOperation operation, Answer answer) {
        int status = answer.status();
        if (status >= 500) {
            return Optional.of(status + " " + answer.text());
        }
        // A path without an operation is in no document.
        if (!operation.documents(status) && status != 404 && status != 405 && status != 414) {
            return Optional.of("undocumented " + status + " " + answer.text());
        }
        return status >= 400 ? Shapes.complaint(operation, answer) : Optional.empty();
    }

    /** @param json the body; if absent the one of the sample */
    private record Attempt(String target, String json) {
        @Override
        public String toString() {
            String text = target + " " + json;
            return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
        }
    }
}
