package dev.coffer.userdata.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.database.NamedLocks;
import dev.coffer.common.database.Turns;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import dev.coffer.userdata.Rows;
import dev.coffer.userdata.UserdataServers;
import dev.coffer.userdata.address.UserPath;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Concurrent changes of the same path. */
@QuarkusTest
@QuarkusTestResource(UserdataServers.class)
class UserFileRacesIT {
    private static final int RACERS = 12;

    @Inject
    Saves saves;

    @Inject
    UserFileTransactions changes;

    @Inject
    NamedLocks locks;

    @Inject
    Turns turns;

    @Inject
    Rows rows;

    private Owner owner;

    @BeforeEach
    void inANewWorkspace() {
        owner = Saves.workspace();
    }

    @Test
    void whatWouldBeLetGoAtOnceIsNotHeld() {
        assertThatThrownBy(() -> locks.hold("a place", "outside of a transaction"))
                .isInstanceOf(TransactionalException.class);
    }

    /** Such as a folder of many files that is moved. */
    @Test
    void whoWaitsForALongChangeInThatPlaceHoldsNoConnection() throws Exception {
        saves.save(owner, "w/there");
        List<Callable<?>> crowd = List.of(
                () -> saves.save(owner, "w/there"), () -> saves.save(owner, "w/new"),
                () -> saves.save(owner, "w/a/b"), deletion("w/there"));
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            List<String> waiting = turns.call(() -> {
                crowd.forEach(threads::submit);
                rows.texts("select pg_sleep(0.3)");
                return rows.texts("select pid from pg_locks where not granted");
            }, owner.tenant(), owner.key(), "w");
            assertThat(waiting).isEmpty();
        }
    }

    @RepeatedTest(5)
    void ofManyWhoWantToBeFirstOneIs() throws Exception {
        List<UUID> refs = refs();
        List<Boolean> won = race(refs.stream().map(ref -> (Callable<?>) () -> saves.save(owner, "w/a", ref, false)));
        assertThat(won).containsOnlyOnce(true);
        assertThat(present("w/a").contentRef).isEqualTo(refs.get(won.indexOf(true)));
        assertThat(rows.released(refs)).isEmpty();
        assertThat(rows.eventTypes(present("w/a").id)).hasSize(1);
    }

    @RepeatedTest(5)
    void ofManyOverwritesEachIsReplacedOnceAndTheLastStays() throws Exception {
        List<UUID> refs = refs();
        List<Boolean> done = race(refs.stream().map(ref -> (Callable<?>) () -> saves.save(owner, "w/a", ref, true)));
        assertThat(done).containsOnly(true);
        UserFile last = present("w/a");
        List<UUID> expected = new ArrayList<>(refs);
        expected.remove(last.contentRef);
        assertThat(rows.released(refs)).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(rows.eventTypes(last.id)).hasSize(RACERS);
    }

    @RepeatedTest(20)
    void aFileAndAFolderOfOneNameNeverBothExist() throws Exception {
        List<Boolean> done = race(Stream.of("a", "a/b", "a/b/c", "a").map(path -> () -> saves.save(owner, path)));
        List<String> paths = rows.texts("select path from user_file where owner = ?", owner.key());
        assertThat(done).contains(true);
        assertThat(paths).hasSize(1);
    }

    @RepeatedTest(10)
    void savesAndDeletionsLoseNoContent() throws Exception {
        UserFile before = saves.save(owner, "a");
        List<UUID> refs = refs();
        Stream<Callable<?>> overwrites = refs.stream().map(ref -> () -> saves.save(owner, "a", ref, true));
        Stream<Callable<?>> deletions = Stream.of(deletion("a"), deletion("a"), deletion("a"));
        race(Stream.concat(overwrites, deletions));
        List<UUID> gone = new ArrayList<>(refs);
        gone.add(before.contentRef);
        rows.texts("select content_ref from user_file where owner = ?", owner.key())
                .forEach(ref -> gone.remove(UUID.fromString(ref)));
        rows.texts("select content_ref from user_file_version where owner = ?", owner.key())
                .forEach(ref -> gone.remove(UUID.fromString(ref)));
        refs.add(before.contentRef);
        assertThat(rows.released(refs)).containsExactlyInAnyOrderElementsOf(gone);
    }

    @RepeatedTest(5)
    void ofManyContentsTheLastOnesAreKeptAndNoneIsLost() throws Exception {
        List<UUID> refs = new CopyOnWriteArrayList<>();
        refs.add(saves.saveOther(owner, "a").contentRef);
        Callable<?> overwrite = () -> refs.add(saves.saveOther(owner, "a").contentRef);
        race(Stream.generate(() -> overwrite).limit(RACERS));
        List<UUID> held = rows.texts("""
                select content_ref from user_file where owner = ? union all
                select content_ref from user_file_version where owner = ?""", owner.key(), owner.key()).stream()
                .map(UUID::fromString)
                .toList();
        assertThat(held).hasSize(11);
        List<UUID> dropped = new ArrayList<>(refs);
        dropped.removeAll(held);
        assertThat(rows.released(refs)).containsExactlyInAnyOrderElementsOf(dropped);
    }

    private Callable<?> deletion(String path) {
        return () -> {
            saves.delete(owner, path);
            return null;
        };
    }

    private UserFile present(String path) {
        return changes.find(owner, UserPath.of(path));
    }

    private static List<UUID> refs() {
        return new ArrayList<>(IntStream.range(0, RACERS).mapToObj(i -> Ids.next()).toList());
    }

    /** Runs all concurrently; returns for each whether it succeeded. */
    private static List<Boolean> race(Stream<? extends Callable<?>> actions) throws Exception {
        List<? extends Callable<?>> all = actions.toList();
        CyclicBarrier start = new CyclicBarrier(all.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
            List<Future<Boolean>> results = new ArrayList<>();
            for (Callable<?> action : all) {
                results.add(threads.submit(() -> {
                    start.await();
                    try {
                        action.call();
                        return true;
                    } catch (ServiceException refused) {
                        return false;
                    }
                }));
            }
            List<Boolean> done = new ArrayList<>();
            for (Future<Boolean> result : results) {
                done.add(result.get());
            }
            return done;
        }
    }
}
