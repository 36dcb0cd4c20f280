package dev.coffer.blob.ingest;

import dev.coffer.blob.ingest.IngestTransactions.Registered;
import dev.coffer.common.blobclient.StoredBlob;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;

/** How much content has come in, and how much of it the tenants had already. */
@ApplicationScoped
public class IngestMetrics {
    private final DistributionSummary fresh;
    private final DistributionSummary known;

    IngestMetrics(MeterRegistry registry) {
        fresh = contents("new", registry);
        known = contents("known", registry);
    }

    private static DistributionSummary contents(String result, MeterRegistry registry) {
        return DistributionSummary.builder("coffer.contents")
                .description("Contents that came in, and their bytes")
                .baseUnit("bytes")
                .tag("result", result)
                .register(registry);
    }

    /** Counts what was stored, and returns it. */
    StoredBlob counted(Registered registered) {
        cameIn(registered.blob().size(), registered.isNew());
        return registered.blob();
    }

    /** @param isNew as far as is known: of what came in parts, the hash may tell later */
    public void cameIn(long bytes, boolean isNew) {
        (isNew ? fresh : known).record(bytes);
    }
}
