package dev.coffer.asset.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.create.Creations;
import dev.coffer.asset.edit.Edits;
import dev.coffer.asset.label.Tags;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class AssetCountIT {
    private static final int THREADS = 8;
    private static final int ACTIONS = 250;
    private static final String COUNTERS = """
            select owner || ' ' || tag || ' ' || sum(assets) from asset_count where tenant = ?
            group by owner, tag having sum(assets) <> 0 order by owner, tag""";
    private static final String ROWS = """
            select owner || ' ' || tag || ' ' || count(*) from (
                select owner, '' as tag from asset where tenant = ?1
                union all select owner, unnest(tags) from asset where tenant = ?1) it
            group by owner, tag order by owner, tag collate "C\"""";
    private static final String LINKS = """
            select owner || ' ' || tag || ' ' || count(*) from asset_tag where tenant = ?
            group by owner, tag order by owner, tag""";

    @Inject
    Rows rows;

    @Inject
    Creations creations;

    @Inject
    Edits edits;

    @Inject
    AssetCountRepository counts;

    @Test
    void countersAreRightAfterTwoThousandConcurrentChanges() throws Exception {
        Owner one = Rows.somebody();
        List<Owner> owners = List.of(one, Owner.workspace(one.tenant(), "team"), Owner.everybody(one.tenant()));
        List<Asset> known = new CopyOnWriteArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Callable<Void>> crowd = IntStream.range(0, THREADS).mapToObj(seed -> (Callable<Void>) () -> {
                Random random = new Random(seed);
                for (int i = 0; i < ACTIONS; i++) {
                    act(random, owners, known);
                }
                return null;
            }).toList();
            for (Future<Void> done : threads.invokeAll(crowd)) {
                done.get();
            }
        }
        List<String> counted = rows.ask(COUNTERS, one.tenant());
        assertThat(counted).isEqualTo(rows.ask(ROWS, one.tenant())).hasSizeGreaterThan(owners.size());
        assertThat(rows.ask(LINKS, one.tenant()))
                .isEqualTo(counted.stream().filter(line -> !line.contains("  ")).toList());
        assertThat(rows.ask("select count(*) from asset_count where tenant = ? group by owner, tag", one.tenant()))
                .as("slots are few").allMatch(slots -> Integer.parseInt(slots) <= 2 * THREADS);
    }

    @Test
    void everyChangeOfRowsIsCounted() {
        Owner owner = Rows.somebody();
        Asset asset = rows.add(owner, "it", "red", "blue");
        rows.add(owner, "other", "red");
        rows.ask("delete from asset_tag where tenant = ? and tag = 'blue' returning tag", owner.tenant());
        assertThat(count(owner, "red", "blue")).isEqualTo("2 assets, 2 red, 0 blue");
        rows.ask("delete from asset where tenant = ? and id = ? returning name", owner.tenant(), asset.id);
        assertThat(count(owner, "red", "blue")).isEqualTo("1 assets, 1 red, 0 blue");
        assertThat(count(Rows.somebody(), "red")).isEqualTo("0 assets, 0 red");
    }

    @Test
    void whatIsNotCommittedIsNotCounted() {
        Owner owner = Rows.somebody();
        Asset asset = rows.make(owner, "it", "red");
        QuarkusTransaction.begin();
        rows.add(asset);
        assertThat(count(owner, "red")).isEqualTo("1 assets, 1 red");
        QuarkusTransaction.rollback();
        assertThat(count(owner, "red")).isEqualTo("0 assets, 0 red");
    }

    private String count(Owner owner, String... tags) {
        AssetCount count = counts.of(List.of(owner), List.of(tags), Instant.now()).getFirst();
        return Stream
                .concat(Stream.of(count.assets() + " assets"), Stream.of(tags).map(tag -> count.with(tag) + " " + tag))
                .collect(Collectors.joining(", "));
    }

    /** A concurrent request may have deleted the asset meanwhile, or created the same one. */
    private void act(Random random, List<Owner> owners, List<Asset> known) {
        Owner owner = owners.get(random.nextInt(owners.size()));
        int choice = random.nextInt(10);
        if (choice < 4 || known.isEmpty()) {
            known.add(creations.create(row(random, owner)));
            return;
        }
        Asset asset = known.get(random.nextInt(known.size()));
        Owner itsOwner = new Owner(asset.tenant, asset.owner);
        try {
            change(choice, itsOwner, asset.id, random);
        } catch (ServiceException e) {
            assertThat(e).hasMessageContaining("not found");
        }
    }

    private void change(int choice, Owner owner, UUID id, Random random) {
        switch (choice) {
            case 4, 5 -> edits.delete(owner, id);
            case 6 -> edits.rename(owner, id, "renamed " + random.nextInt());
            default -> edits.replaceTags(owner, id, tags(random));
        }
    }

    private Asset row(Random random, Owner owner) {
        Asset row = rows.make(owner, "it", tags(random).toArray(String[]::new));
        row.hash = "blake3:" + random.nextInt(500);
        row.reusable = true;
        return row;
    }

    private static List<String> tags(Random random) {
        return Tags.of(random.ints(random.nextInt(5), 0, 6).mapToObj(i -> "tag " + i).toList());
    }
}
