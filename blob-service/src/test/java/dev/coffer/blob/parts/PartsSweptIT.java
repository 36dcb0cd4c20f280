package dev.coffer.blob.parts;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.RealServers;
import dev.coffer.blob.pending.PendingObject;
import dev.coffer.blob.pending.PendingObjectRepository;
import dev.coffer.blob.pending.Sweeper;
import dev.coffer.blob.session.UploadSessionRepository;
import dev.coffer.blob.session.UploadSessionTransactions;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
import dev.coffer.blob.upload.TestTenant;
import dev.coffer.common.error.ServiceException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Uploads in parts that never become a content. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PartsSweptIT {
    @Inject
    TestTenant tenant;

    @Inject
    UploadSessionTransactions sessions;

    @Inject
    UploadSessionRepository rows;

    @Inject
    PartedUploads uploads;

    @Inject
    PendingObjectRepository objects;

    @Inject
    ObjectStore store;

    @Inject
    Sweeper sweeper;

    @AfterEach
    void nothingIsLeftBehind() {
        tenant.leavesNothing();
    }

    @Test
    void aWithdrawnUploadIsSweptFromTheStore() throws IOException {
        tenant.open(2);
        tenant.put(1, new byte[TestTenant.SMALLEST_PART]).statusCode(200);
        PendingObject object = objects.findById(rows.findById(tenant.session).objectId());
        sessions.close(tenant.session, tenant.owner);
        tenant.put(2, new byte[1]).statusCode(403);
        assertThatThrownBy(tenant::complete).isInstanceOf(ServiceException.class);
        sweeper.sweep();
        assertThatThrownBy(() -> store.putPart(object.objectKey(), object.storeUploadId(), 1,
                Source.repeatable(() -> new ByteArrayInputStream(new byte[1]), 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredUploadTakesNothing() {
        uploads.open(tenant.session, tenant.request(1, Instant.now().minusSeconds(1)));
        tenant.put(1, new byte[1]).statusCode(403);
        assertThatThrownBy(tenant::complete).isInstanceOf(ServiceException.class);
    }
}
