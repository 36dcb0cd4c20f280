package dev.coffer.blob;

import dev.coffer.blob.buffer.BufferPool;
import dev.coffer.blob.transfer.Transfers;
import dev.coffer.common.share.Share;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.stream.Stream;

/** Shows what is left of the memory and of the streams, and how many wait for some. */
@ApplicationScoped
class ShareMetrics {
    void onStart(@Observes StartupEvent event, MeterRegistry registry, BufferPool pool, Transfers transfers) {
        Stream.concat(pool.shares().stream(), transfers.shares().stream()).forEach(share -> show(registry, share));
    }

    private static void show(MeterRegistry registry, Share share) {
        Gauge.builder("coffer.share.size", share, Share::size)
                .description("Units in all: segments of 16 KiB, or streams")
                .tag("share", share.name())
                .register(registry);
        Gauge.builder("coffer.share.free", share, Share::free).tag("share", share.name()).register(registry);
        Gauge.builder("coffer.share.waiting", share, Share::waiting).tag("share", share.name()).register(registry);
    }
}
