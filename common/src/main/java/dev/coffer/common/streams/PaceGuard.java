package dev.coffer.common.streams;

import static dev.coffer.common.config.Setting.require;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses at start-up limits of bodies and answers that no client could meet. */
@ApplicationScoped
class PaceGuard {
    private static final String POSITIVE = "more than 0s";

    private final BodyConfig bodies;
    private final AnswerConfig answers;

    PaceGuard(BodyConfig bodies, AnswerConfig answers) {
        this.bodies = bodies;
        this.answers = answers;
    }

    /** @throws IllegalStateException that names the setting and says what is allowed */
    void onStart(@Observes StartupEvent event) {
        require(bodies.stallTimeout().isPositive(), "coffer.body.stall-timeout", POSITIVE);
        require(bodies.minimumRate().asLongValue() >= 0, "coffer.body.minimum-rate", "at least 0");
        require(bodies.jsonLimit().asLongValue() > 0, "coffer.body.json-limit", "at least 1");
        require(answers.stallTimeout().isPositive(), "coffer.answer.stall-timeout", POSITIVE);
        require(answers.minimumRate().asLongValue() >= 0, "coffer.answer.minimum-rate", "at least 0");
    }
}
