package dev.coffer.blob.parts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.Bytes;
import dev.coffer.blob.RealServers;
import dev.coffer.blob.session.UploadSession;
import dev.coffer.blob.session.UploadSessionRepository;
import dev.coffer.blob.upload.TestTenant;
import dev.coffer.common.blobclient.CompletedUpload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts on their way into the store, on a real PostgreSQL and a real store. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PartsSentIT {
    private static final int MIN = TestTenant.SMALLEST_PART;

    @Inject
    TestTenant tenant;

    @Inject
    UploadSessionRepository sessions;

    @Inject
    PartIngest ingest;

    @AfterEach
    void nothingIsLeftBehind() {
        tenant.leavesNothing();
    }

    @Test
    void aPartThatIsSentAgainReplacesTheOldOne() throws IOException {
        tenant.open(2);
        byte[] second = Bytes.random(5, MIN);
        tenant.put(1, Bytes.random(4, MIN)).statusCode(200);
        tenant.put(2, new byte[] {1}).statusCode(200);
        tenant.put(1, second).statusCode(200);
        CompletedUpload completed = tenant.complete().orElseThrow();
        assertThat(tenant.content(completed.ref())).isEqualTo(Bytes.joined(second, new byte[] {1}));
    }

    @Test
    void aPartThatWasCutChangesNothing() throws IOException {
        tenant.open(2);
        byte[] good = Bytes.random(6, MIN);
        tenant.put(1, good).statusCode(200);
        tenant.put(2, new byte[] {1}).statusCode(200);
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(Bytes.random(7, 1000)), new Broken());
        UploadSession open = sessions.findById(tenant.session);
        assertThatThrownBy(() -> ingest.store(open, 1, cut, MIN)).isInstanceOf(IOException.class).hasMessage("cut");
        assertThat(tenant.content(tenant.complete().orElseThrow().ref())).isEqualTo(Bytes.joined(good, new byte[] {1}));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 8 << 20, (8 << 20) + 1, 20 << 20})
    void aPartOfUnknownLengthIsTakenToo(int size) throws IOException {
        tenant.open(1);
        byte[] whole = Bytes.random(size);
        ingest.store(sessions.findById(tenant.session), 1, new ByteArrayInputStream(whole), -1);
        CompletedUpload completed = tenant.complete().orElseThrow();
        assertThat(completed.hash()).isNotNull();
        assertThat(tenant.content(completed.ref())).isEqualTo(whole);
    }

    @Test
    void aLinkIsForItsPartAndNoOther() {
        tenant.open(2);
        tenant.put(3, new byte[1]).statusCode(403);
        tenant.put(0, new byte[1]).statusCode(403);
        tenant.put(null, new byte[1]).statusCode(403);
        given().header("Authorization", "Bearer expired").body(new byte[101 << 10])
                .put("/blob/uploads/{token}", tenant.token(tenant.session, 1)).then()
                .statusCode(200);
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut");
        }
    }
}
