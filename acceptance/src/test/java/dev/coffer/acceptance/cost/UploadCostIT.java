package dev.coffer.acceptance.cost;

import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import dev.coffer.acceptance.stack.Environment;
import dev.coffer.acceptance.stack.Event;
import dev.coffer.acceptance.stack.Events;
import dev.coffer.acceptance.stack.Requires;
import dev.coffer.acceptance.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A request costs neither memory nor disk in proportion to its body: 1 GiB may cost what 100 MiB does. */
@Order(40)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UploadCostIT {
    private static final long MIB = 1 << 20;
    private static final long SMALL = 100 * MIB;
    private static final long LARGE = 1024 * MIB;
    private static final long ALLOWED_GROWTH = 96 * MIB;
    private static final long ALLOWED_MEMORY = 512 * MIB;
    private static final long ALLOWED_DISK = 32 * MIB;
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private final List<String> table = new ArrayList<>();

    enum Api {
        USER_DATA(Events.USER_FILES, payload -> as(A).userFiles().put(payload.name(), payload).expect(200)),
        ASSETS(Events.ASSETS, payload -> as(A).assets().upload(payload, "tags", "input").expect(201)),
        CDF(Events.FILES, payload -> as(A).cdf().upload(payload));

        private final String topic;
        private final Consumer<Payload> upload;

        Api(String topic, Consumer<Payload> upload) {
            this.topic = topic;
            this.upload = upload;
        }
    }

    @BeforeAll
    void measurable() {
        Requires.that(
                ProcessCost.measurable() && Stack.services().size() == 4 && Environment.find("COFFER_DIR").isPresent(),
                "Memory is measured through /proc: Linux only, and the services must run on this machine");
        table.add(String.format("%-10s %-17s %14s %14s %14s %14s", "upload to", "service", "peak 100 MiB",
                "peak 1 GiB", "temporary", "written"));
    }

    @ParameterizedTest
    @EnumSource
    void aLargeBodyCostsWhatASmallOneDoes(Api api) {
        Measurement small = Measurement.of(() -> api.upload.accept(Payloads.binary(SMALL)));
        Payload payload = Payloads.binary(LARGE);
        Measurement large = Measurement.of(() -> api.upload.accept(payload));
        Stack.services().forEach(service -> table.add(row(api, service, small, large)));

        String sha256 = payload.sha256();
        Event event = Events.await(api.topic, "1 GiB", TIMEOUT, e -> e.data("sha256").equals(sha256));
        assertThat(event.data().path("size").asLong()).isEqualTo(LARGE);
        for (String service : Stack.services()) {
            assertThat(large.memory().get(service)).as("peak memory of %s", service)
                    .isLessThan(small.memory().get(service) + ALLOWED_GROWTH)
                    .isLessThan(ALLOWED_MEMORY);
            assertThat(large.temporary().get(service)).as("temporary files of %s", service).isLessThan(ALLOWED_DISK);
            assertThat(large.written().get(service)).as("bytes written by %s", service).isLessThan(ALLOWED_DISK);
        }
    }

    @AfterAll
    void print() {
        table.forEach(System.out::println);
    }

    private static String row(Api api, String service, Measurement small, Measurement large) {
        return String.format(Locale.ROOT, "%-10s %-17s %10.1f MiB %10.1f MiB %10.1f MiB %10.1f MiB", api, service,
                mib(small.memory().get(service)), mib(large.memory().get(service)), mib(large.temporary().get(service)),
                mib(large.written().get(service)));
    }

    private static double mib(long bytes) {
        return (double) bytes / MIB;
    }
}
