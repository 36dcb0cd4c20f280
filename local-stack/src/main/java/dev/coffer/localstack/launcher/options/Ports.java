package dev.coffer.localstack.launcher.options;

import dev.coffer.localstack.component.PortCheck;
import java.util.stream.IntStream;

/**
 * The ports of one stack.
 *
 * @param base the first of them
 */
public record Ports(int base) {
    private static final int COUNT = 26;
    private static final int FIRST_TEST_BASE = 18000;
    private static final int LAST_TEST_BASE = 31000;
    private static final int STEP = 40;

    /** A stack must fit below the last port. */
    public Ports {
        if (base < 1024 || base + COUNT > 65535) {
            throw new UsageException("COFFER_PORT_BASE must be between 1024 and " + (65535 - COUNT) + ", not " + base);
        }
    }

    /** A base with all ports free, below the ephemeral ports of the system. */
    public static Ports free() {
        int start = (int) (ProcessHandle.current().pid() % 100) * STEP;
        return IntStream.iterate(0, offset -> offset + STEP)
                .limit((LAST_TEST_BASE - FIRST_TEST_BASE) / STEP)
                .map(offset -> FIRST_TEST_BASE + (start + offset) % (LAST_TEST_BASE - FIRST_TEST_BASE))
                .mapToObj(Ports::new)
                .filter(Ports::allFree)
                .findFirst()
                .orElseThrow(() -> new UsageException("no free ports between 18000 and 31000"));
    }

    public int edge() {
        return base;
    }

    /** Asset, userdata, files, blob: 0 to 3. */
    public int service(int index) {
        return base + 1 + index;
    }

    public int management(int index) {
        return base + 11 + index;
    }

    public int postgres() {
        return base + 20;
    }

    public int kafka() {
        return base + 21;
    }

    public int kafkaController() {
        return base + 22;
    }

    public int s3() {
        return base + 23;
    }

    public int keycloak() {
        return base + 24;
    }

    public int keycloakManagement() {
        return base + 25;
    }

    private boolean allFree() {
        return IntStream.range(base, base + COUNT).allMatch(PortCheck::isFree);
    }
}
