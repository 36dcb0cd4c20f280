package dev.coffer.asset.list;

import dev.coffer.asset.Rows;
import dev.coffer.asset.scan.AssetCount;
import dev.coffer.asset.scan.AssetCountRepository;
import dev.coffer.asset.scan.AssetTotal;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** What the statements of a list cost, in blocks of the database that they touch, cached or not. */
@ApplicationScoped
class Explained {
    private final AssetQueryReader reader;
    private final AssetCountRepository counts;
    private final AssetListRepository lists;
    private final Rows rows;

    Explained(AssetQueryReader reader, AssetCountRepository counts, AssetListRepository lists, Rows rows) {
        this.reader = reader;
        this.counts = counts;
        this.lists = lists;
        this.rows = rows;
    }

    /** Blocks of the statement that reads a page. */
    @Transactional
    public int page(Owner owner, String... texts) {
        AssetQuery query = begin(texts);
        return rows.blocks(
                AssetListRepository.pageSql(ScanChoice.of(query, known(owner, query)), query.page(), Instant.now(),
                        2 << 20));
    }

    /** Blocks of the statement that completes the total; 0 if there is none. */
    @Transactional
    public int total(Owner owner, String... texts) {
        AssetQuery query = begin(texts);
        return AssetTotal.of(query.filter(), known(owner, query), Instant.now()).rest().map(rows::blocks).orElse(0);
    }

    private AssetQuery begin(String... texts) {
        lists.useOneSnapshot();
        lists.planByValue();
        return reader.read(Queries.parameters(texts));
    }

    private List<AssetCount> known(Owner owner, AssetQuery query) {
        return counts.of(query.filter().owners(owner), query.filter().tags().mentioned(), Instant.now());
    }
}
