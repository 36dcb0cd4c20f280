package dev.coffer.asset.fetch;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.remote.RemoteConfigs;
import org.junit.jupiter.api.Test;

class DownloadWorkerTest {
    @Test
    void oneTenantMayNotHaveAllWorkers() {
        assertThatThrownBy(() -> new DownloadWorker(null, null, RemoteConfigs.of("workers", "1")))
                .hasMessageContaining("coffer.assets.remote.workers");
    }
}
