package dev.coffer.blob.pending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.BlobDatabase;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.common.identity.Owner;
import dev.coffer.common.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SweeperIT {
    private static final Source BYTES = Source.repeatable(() -> new ByteArrayInputStream(new byte[5 << 20]), 5 << 20);

    @Inject
    Sweeper sweeper;

    @Inject
    PendingObjectRepository objects;

    @Inject
    ObjectStore store;

    @Inject
    BlobDatabase database;

    @Test
    void whatADeadProcessHasLeftInTheStoreIsRemoved() throws IOException {
        PendingObject whole = begun(Duration.ZERO);
        store.put(whole.objectKey(), BYTES);
        PendingObject inParts = begun(Duration.ZERO);
        String storeUpload = store.startParts(inParts.objectKey());
        objects.noteStoreUpload(inParts, storeUpload);
        ObjectStore.Part part = store.putPart(inParts.objectKey(), storeUpload, 1, BYTES);

        sweeper.sweep();

        assertThat(database.uploads()).isZero();
        assertThat(store.size(whole.objectKey())).isEmpty();
        assertThatThrownBy(() -> store.completeParts(inParts.objectKey(), storeUpload, List.of(part)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anUploadThatIsAliveIsLeftAlone() throws IOException {
        PendingObject alive = begun(Duration.ofMinutes(2));
        store.put(alive.objectKey(), BYTES);

        sweeper.sweep();

        assertThat(store.size(alive.objectKey())).isPresent();
        sweeper.discard(alive);
        assertThat(store.size(alive.objectKey())).isEmpty();
    }

    @Test
    void whatTheStoreDoesNotLetGoOfDoesNotStandBeforeTheRest() throws IOException {
        PendingObject stuck = begun("a-key-that-no-store-takes".repeat(100), Duration.ZERO);
        PendingObject dead = begun(Duration.ZERO);
        store.put(dead.objectKey(), BYTES);

        sweeper.sweep();

        assertThat(store.size(dead.objectKey())).isEmpty();
        assertThat(objects.findByIdOptional(dead.id())).isEmpty();
        assertThat(objects.findByIdOptional(stuck.id())).isPresent();
        objects.forget(stuck.id());
    }

    /** The answer to the commit may be lost: then only the row tells whether it was done. */
    @Test
    void whatHasBecomeABlobIsNotDiscarded() throws IOException {
        PendingObject registered = begun(Duration.ofMinutes(2));
        store.put(registered.objectKey(), BYTES);
        objects.forget(registered.id());

        sweeper.discard(registered);

        assertThat(store.size(registered.objectKey())).isPresent();
        store.delete(registered.objectKey());
    }

    @Test
    void whatWasGivenUpCannotBecomeABlobAnyMore() {
        PendingObject late = begun(Duration.ZERO);
        assertThat(objects.sweepable(Duration.ofMinutes(1)).map(PendingObject::id)).contains(late.id());
        objects.renew(List.of(late.id()), Duration.ofMinutes(2));
        assertThat(QuarkusTransaction.requiringNew().call(() -> objects.consume(late.id()))).isFalse();
        objects.forget(late.id());
    }

    private PendingObject begun(Duration lease) {
        return begun("swept", lease);
    }

    private PendingObject begun(String tenant, Duration lease) {
        PendingObject object = new PendingObject(Ids.next(), Owner.user(tenant, "somebody"));
        objects.begin(object, lease);
        return object;
    }
}
