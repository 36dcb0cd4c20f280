package dev.coffer.blob.upload;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.RealServers;
import dev.coffer.blob.store.ObjectStore;
import dev.coffer.blob.store.Source;
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
    UploadRights rights;

    @Inject
    PartedUploads uploads;

    @Inject
    UploadRepository objects;

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
        Upload object = objects.findById(rights.findById(tenant.right).uploadId);
        rights.close(tenant.right, tenant.owner);
        tenant.put(2, new byte[1]).statusCode(403);
        assertThatThrownBy(tenant::complete).isInstanceOf(ServiceException.class);
        sweeper.sweep();
        assertThatThrownBy(() -> store.putPart(object.objectKey(), object.storeUploadId(), 1,
                        Source.repeatable(() -> new ByteArrayInputStream(new byte[1]), 1)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anExpiredUploadTakesNothing() {
        uploads.open(tenant.right, tenant.request(1, Instant.now().minusSeconds(1)));
        tenant.put(1, new byte[1]).statusCode(403);
        assertThatThrownBy(tenant::complete).isInstanceOf(ServiceException.class);
    }
}
