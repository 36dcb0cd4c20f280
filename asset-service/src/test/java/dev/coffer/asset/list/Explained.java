package dev.coffer.asset.list;

import dev.coffer.asset.Rows;
import dev.coffer.asset.label.AssetCount;
import dev.coffer.asset.label.AssetCountRepository;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/** What the statements of a list cost, in blocks of the database that they touch, cached or not. */
@ApplicationScoped
class Explained {
    private final AssetQueryReader reader;
    private final AssetCountRepository counts;
    private final Snapshot snapshot;
    private final Rows rows;

    Explained(AssetQueryReader reader, AssetCountRepository counts, Snapshot snapshot, Rows rows) {
        this.reader = reader;
        this.counts = counts;
        this.snapshot = snapshot;
        this.rows = rows;
    }

    /** Blocks of the statement that reads a page. */
    int page(Owner owner, String... texts) {
        AssetQuery query = reader.read(Queries.parameters(texts));
        return snapshot.readPlannedByValue(() -> rows.blocks(
                AssetListRepository.pageSql(ScanChoice.of(query, known(owner, query)), query.page(), Instant.now(), 2 << 20)));
    }

    /** Blocks of the statement that completes the total; 0 if there is none. */
    int total(Owner owner, String... texts) {
        AssetQuery query = reader.read(Queries.parameters(texts));
        return snapshot.readPlannedByValue(() -> AssetTotals.sum(query.filter(), known(owner, query), Instant.now()).asked().map(rows::blocks).orElse(0));
    }

    private List<AssetCount> known(Owner owner, AssetQuery query) {
        return counts.of(query.filter().owners(owner), query.filter().tags().mentioned(), Instant.now());
    }
}
