package dev.coffer.common.userdataclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.userdataclient.UserdataStub.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What userdata-service has said of a key is remembered, but not for longer than the key is good. */
class RemoteCredentialsTest {
    private static final int AT_ONCE = 48;
    private static final AtomicBoolean CUT = new AtomicBoolean();
    private static final CountDownLatch ASKED = new CountDownLatch(AT_ONCE);
    private static final Instant END = Instant.parse("2030-01-01T00:00:00Z");
    private static final String OPEN = "{\"tenant\":\"acme\",\"subject\":\"ann\",\"roles\":[],\"owner\":\"user:ann\"}";
    private static final String ENDING = OPEN.replace("}", ",\"expiresAt\":\"" + END + "\"}");

    private final MovedClock clock = new MovedClock(END.minusSeconds(60));
    private final UserdataStub userdata = new UserdataStub("/verify", RemoteCredentialsTest::answer);
    private final RemoteCredentials keys = new RemoteCredentials("/verify", "key", userdata.config(),
            () -> "Bearer service", new ObjectMapper().findAndRegisterModules(), clock);

    @AfterEach
    void stop() {
        userdata.close();
    }

    @Test
    void aKeySpeaksForWhomUserdataServiceSays() {
        assertThat(keys.verify("open")).hasValueSatisfying(caller -> {
            assertThat(caller.tenant()).isEqualTo("acme");
            assertThat(caller.subject()).isEqualTo("ann");
        });
        assertThat(keys.verify("unknown")).isEmpty();
    }

    @Test
    void aKeyIsAskedForOnce() {
        assertThat(keys.verify("open")).isEqualTo(keys.verify("open"));
        assertThat(keys.verify("unknown")).isEqualTo(keys.verify("unknown"));
        assertThat(userdata.asked).hasSize(2);
    }

    @Test
    void aKeyOpensNothingOnceItsTimeIsOver() {
        assertThat(keys.verify("ending")).isPresent();
        clock.now = END.minusNanos(1_000);
        assertThat(keys.verify("ending")).isPresent();
        clock.now = END;
        assertThat(keys.verify("ending")).isEmpty();
        assertThat(userdata.asked).as("it is remembered all the time").hasSize(1);
    }

    @Test
    void aFailureIsNotRemembered() {
        assertThatThrownBy(() -> keys.verify("unavailable")).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
        assertThatThrownBy(() -> keys.verify("unavailable")).isInstanceOf(ServiceException.class);
        assertThat(userdata.asked).hasSize(2);
    }

    @Test
    void whoseConnectionEndsAsksOnceMore() {
        assertThat(keys.verify("cut once")).isPresent();
        assertThat(userdata.asked).hasSize(2);
    }

    /** Each of the first questions is answered when all of them have come. */
    @Test
    void nobodyWaitsForTheAnswerToAnother() {
        List<Thread> callers = new ArrayList<>();
        Queue<Optional<Caller>> known = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < AT_ONCE; i++) {
            String key = "slow " + i;
            callers.add(Thread.startVirtualThread(() -> known.add(keys.verify(key))));
        }
        assertThat(callers).allSatisfy(caller -> assertThat(caller.join(Duration.ofSeconds(10))).isTrue());
        assertThat(known).hasSize(AT_ONCE).allSatisfy(caller -> assertThat(caller).isPresent());
    }

    private static Answer answer(String body) {
        if (body.contains("cut once") && CUT.compareAndSet(false, true)) {
            throw new IllegalStateException("ends the connection");
        }
        if (body.contains("slow")) {
            ASKED.countDown();
            try {
                ASKED.await(4, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(ASKED.getCount() == 0 ? 200 : 500, OPEN);
        }
        return switch (body) {
            case "{\"key\":\"open\"}", "{\"key\":\"cut once\"}" -> new Answer(200, OPEN);
            case "{\"key\":\"ending\"}" -> new Answer(200, ENDING);
            case "{\"key\":\"unknown\"}" -> new Answer(404, "{}");
            default -> new Answer(500, "{}");
        };
    }
}
