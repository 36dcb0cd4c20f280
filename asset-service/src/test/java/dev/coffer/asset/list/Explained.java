package dev.coffer.asset.list;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.coffer.asset.AssetCount;
import dev.coffer.asset.AssetCounts;
import dev.coffer.common.caller.Owner;
import dev.coffer.common.database.SqlText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;

/** What the statements of a list cost, in blocks of the database that they touch, cached or not. */
@ApplicationScoped
class Explained {
    private static final String EXPLAIN = "explain (analyze, buffers, format json) ";

    private final AssetQueryReader reader;
    private final AssetCounts counts;
    private final Snapshot snapshot;
    private final EntityManager database;
    private final ObjectMapper json;

    Explained(AssetQueryReader reader, AssetCounts counts, Snapshot snapshot, EntityManager database, ObjectMapper json) {
        this.reader = reader;
        this.counts = counts;
        this.snapshot = snapshot;
        this.database = database;
        this.json = json;
    }

    /** Blocks of the statement that reads a page. */
    long page(Owner owner, String... texts) {
        AssetQuery query = reader.read(Queries.parameters(texts));
        return snapshot.readPlannedByValue(() -> blocks(
                AssetListRepository.pageSql(ScanChoice.of(query, known(owner, query)), query.page(), Instant.now())));
    }

    /** Blocks of the statement that completes the total; 0 if there is none. */
    long total(Owner owner, String... texts) {
        AssetQuery query = reader.read(Queries.parameters(texts));
        return snapshot.readPlannedByValue(() -> AssetTotals.sum(query.filter(), known(owner, query), Instant.now()).asked().map(this::blocks).orElse(0L));
    }

    private List<AssetCount> known(Owner owner, AssetQuery query) {
        return counts.of(query.filter().owners(owner), query.filter().tags().mentioned(), Instant.now());
    }

    private long blocks(SqlText sql) {
        String text = EXPLAIN + sql.text().replace("{a.*}", "a.*");
        Object plan = sql.bindTo(database.createNativeQuery(text)).getSingleResult();
        try {
            JsonNode root = json.readTree(plan.toString()).get(0).get("Plan");
            return root.get("Shared Hit Blocks").asLong() + root.get("Shared Read Blocks").asLong();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
