package dev.coffer.rendering.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.limit.ImageConfig;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RenderingMemoryTest {
    private static final long ALL = 30 << 20;
    private static final long THIRD = ALL / 3 - 2048;

    private final RenderingMemory atOnce = memory("PT0S");
    private final RenderingMemory queueing = memory("PT1M");

    @Test
    void thereIsAlwaysRoomForAnotherTenant() {
        String both = atOnce.with("a", atOnce.most(), () -> atOnce.with("b", THIRD, () -> "done"));
        assertThat(both).isEqualTo("done");
        assertThat(atOnce.most()).isLessThanOrEqualTo(ALL * 2 / 3);
    }

    @Test
    void manySmallOnesOfATenantHaveNoMoreThanALargeOne() {
        atOnce.with("a", THIRD, () -> atOnce.with("a", THIRD, () -> {
            refused(() -> atOnce.with("a", THIRD, () -> "a third one"));
            return atOnce.with("b", THIRD, () -> "done");
        }));
    }

    @Test
    void allTogetherHaveNoMoreThanThereIs() {
        atOnce.with("a", atOnce.most(), () -> atOnce.with("b", THIRD, () -> {
            refused(() -> atOnce.with("c", THIRD, () -> "too much"));
            return "done";
        }));
        assertThat(atOnce.<String, RuntimeException>with("c", atOnce.most(), () -> "it was given back"))
                .isNotNull();
    }

    @Test
    void aTenantThatWaitsForItselfDoesNotHoldUpOthers() throws Exception {
        CompletableFuture<String> second = new CompletableFuture<>();
        queueing.with("a", queueing.most(), () -> {
            Thread waiting = Thread.ofVirtual().start(
                    () -> second.complete(queueing.with("a", queueing.most(), () -> "second")));
            while (waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            assertThat(second).isNotDone();
            return queueing.with("b", THIRD, () -> "done");
        });
        assertThat(second.get()).isEqualTo("second");
    }

    private static void refused(Runnable rendering) {
        assertThatThrownBy(rendering::run).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }

    private static RenderingMemory memory(String timeout) {
        return new RenderingMemory(new SmallRyeConfigBuilder()
                .withMapping(ImageConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withDefaultValue("coffer.images.deadline", "PT20S")
                .withDefaultValue("coffer.images.wait-timeout", timeout)
                .withDefaultValue("coffer.images.memory", String.valueOf(ALL))
                .build()
                .getConfigMapping(ImageConfig.class));
    }
}
