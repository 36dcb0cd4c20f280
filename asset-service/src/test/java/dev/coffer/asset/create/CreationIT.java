package dev.coffer.asset.create;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.asset.Asset;
import dev.coffer.asset.AssetKey;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.common.database.Turns;
import dev.coffer.common.identity.Owner;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class CreationIT {
    @Inject
    Rows rows;

    @Inject
    AssetTransactions creation;

    @Inject
    Turns turns;

    @Test
    void ofEqualUploadsInParallelExactlyOneIsNew() throws Exception {
        Owner owner = Rows.somebody();
        List<Created> outcomes = race(12, i -> {
            Asset row = rows.make(owner, "upload " + i, "input");
            row.hash = "blake3:same";
            return creation.create(row, Creations.ANYWHERE);
        });
        assertThat(outcomes).filteredOn(Created::createdNew).hasSize(1);
        assertThat(outcomes).extracting(outcome -> outcome.asset().id).containsOnly(outcomes.getFirst().asset().id);
        assertThat(released(outcomes.size() - 1, owner)).isTrue();
        assertThat(events(outcomes.getFirst().asset())).hasSize(12);
    }

    @Test
    void whoWaitsForTheSameContentHoldsNoConnection() throws Exception {
        Owner owner = Rows.somebody();
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<String> waiting = turns.call(() -> {
                for (int i = 0; i < 12; i++) {
                    Asset row = rows.make(owner, "upload " + i);
                    row.hash = "blake3:same";
                    threads.submit(() -> creation.create(row, Creations.ANYWHERE));
                }
                rows.ask("select pg_sleep(0.3)");
                return rows.ask("select pid from pg_locks where not granted");
            }, CreationLocks.content(owner, "blake3:same"));
            assertThat(waiting).isEmpty();
        }
        assertThat(rows.ask("select name from asset where tenant = ?", owner.tenant())).hasSize(1);
    }

    @Test
    void withoutDeDuplicationEveryUploadIsAnAssetAndTheFirstIsNew() throws Exception {
        Owner owner = Rows.somebody();
        List<Created> outcomes = race(8, i -> {
            Asset row = rows.make(owner, "upload " + i);
            row.hash = "blake3:same";
            row.reusable = false;
            return creation.create(row, Creations.ANYWHERE);
        });
        assertThat(outcomes).extracting(outcome -> outcome.asset().id).doesNotHaveDuplicates();
        assertThat(outcomes).filteredOn(Created::createdNew).hasSize(1);
    }

    @Test
    void anIdOfTheClientMakesAnUploadRepeatable() throws Exception {
        Owner owner = Rows.somebody();
        UUID id = UUID.randomUUID();
        List<Created> outcomes = race(6, i -> {
            Asset row = rows.make(owner, "upload " + i);
            row.id = id;
            return creation.create(row, Creations.ANYWHERE);
        });
        assertThat(outcomes).filteredOn(Created::createdNew).hasSize(1);
        assertThat(outcomes).extracting(outcome -> outcome.asset().id).containsOnly(id);
        Asset elsewhere = rows.make(Rows.somebody(), "another owner's");
        elsewhere.id = id;
        assertThat(creation.create(elsewhere, Creations.ANYWHERE).createdNew()).isTrue();
    }

    @Test
    void theSameBytesAreNewToAnotherOwner() {
        Asset first = rows.make(Rows.somebody(), "mine");
        Asset second = rows.make(Owner.workspace(first.tenant, "team"), "ours");
        second.hash = first.hash;
        assertThat(creation.create(first, Creations.ANYWHERE).createdNew()).isTrue();
        assertThat(creation.create(second, Creations.ANYWHERE).createdNew()).isTrue();
    }

    @Test
    void rowTagsAndEventComeTogetherOrNotAtAll() {
        Asset row = rows.make(Rows.somebody(), "lost", "input", "red");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
            creation.create(row, Creations.ANYWHERE);
            throw new IllegalStateException("injected");
        }))
                .hasMessageContaining("injected");
        assertThat(rows.ask("select name from asset where tenant = ?", row.tenant)).isEmpty();
        assertThat(rows.ask("select tag from asset_tag where tenant = ?", row.tenant)).isEmpty();
        assertThat(events(row)).isEmpty();

        creation.create(row, Creations.ANYWHERE);
        assertThat(rows.ask("select tag from asset_tag where tenant = ? order by tag", row.tenant))
                .containsExactly("input", "red");
        assertThat(events(row)).singleElement().asString()
                .contains("dev.coffer.asset.uploaded", row.tenant, row.hash, row.sha256, "\"createdNew\":true",
                        "\"name\":\"lost\"");
    }

    @Test
    void whatIsReusedIsAnEventToo() {
        Asset row = rows.add(Rows.somebody(), "known");
        AssetKey key = row.key();
        assertThat(creation.reuse(new Owner(key.tenant(), key.owner()), Creations.ANYWHERE, row.hash)).isPresent();
        assertThat(creation.reuse(new Owner(key.tenant(), key.owner()), Creations.ANYWHERE, "blake3:other")).isEmpty();
        assertThat(events(row)).singleElement().asString().contains("\"createdNew\":false");
    }

    private boolean released(int count, Owner owner) {
        String kept = rows.ask("select content_ref from asset where tenant = ?", owner.tenant()).getFirst();
        List<String> released = rows.ask("select id from release where kind = 'reference'");
        return released.size() >= count && !released.contains(kept);
    }

    private List<String> events(Asset asset) {
        return rows.ask("select payload from outbox where topic = 'coffer.assets' and record_key = ? order by seq",
                asset.id.toString());
    }

    private interface Attempt {
        Created run(int number);
    }

    private static List<Created> race(int runners, Attempt attempt) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(runners)) {
            List<Future<Created>> running = new ArrayList<>();
            for (int i = 0; i < runners; i++) {
                int number = i;
                running.add(threads.submit(() -> attempt.run(number)));
            }
            List<Created> outcomes = new ArrayList<>();
            for (Future<Created> future : running) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }
}
