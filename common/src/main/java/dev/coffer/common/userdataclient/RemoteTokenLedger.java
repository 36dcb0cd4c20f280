package dev.coffer.common.userdataclient;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.token.InternalToken;
import dev.coffer.common.token.TokenFacts;
import dev.coffer.common.token.TokenLedger;
import dev.coffer.common.tracing.CurrentTrace;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/**
 * Reports tokens to userdata-service in the background, without delaying the request that came with one. A report that
 * fails is repeated with a later request; after a failure, reporting pauses for some seconds.
 */
@ApplicationScoped
@IfBuildProperty(name = "coffer.api-keys", stringValue = "remote")
class RemoteTokenLedger implements TokenLedger {
    static final String PATH = "/internal/people/tokens";
    private static final Logger LOG = Logger.getLogger(RemoteTokenLedger.class);
    private static final int AT_ONCE = 8;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final UserdataClient userdata;
    private final Executor executor;
    private final Clock clock;
    private volatile Instant lastFailure = Instant.EPOCH;
    private final Semaphore room = new Semaphore(AT_ONCE);

    @Inject
    RemoteTokenLedger(RemoteCredentialsConfig config, InternalToken token, ObjectMapper json, Clock clock) {
        this(new UserdataClient(config, token::bearer, json), task -> Thread.ofVirtual().start(task), clock);
    }

    RemoteTokenLedger(UserdataClient userdata, Executor executor, Clock clock) {
        this.userdata = userdata;
        this.executor = executor;
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> note(TokenFacts facts) {
        if (clock.instant().isBefore(lastFailure.plus(PAUSE)) || !room.tryAcquire()) {
            return CompletableFuture.failedFuture(new IOException("not now"));
        }
        return CompletableFuture.runAsync(CurrentTrace.carried(() -> tell(facts)), executor)
                .whenComplete((done, e) -> room.release());
    }

    private void tell(TokenFacts facts) {
        try {
            int status = userdata.post(PATH, facts).statusCode();
            if (status != 204) {
                throw new IOException("answered " + status);
            }
        } catch (IOException | RuntimeException e) {
            lastFailure = clock.instant();
            LOG.warnf("userdata-service was not told of a token: %s", e.toString());
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
