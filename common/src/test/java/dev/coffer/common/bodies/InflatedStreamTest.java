package dev.coffer.common.bodies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was sent small must not become large. */
class InflatedStreamTest {
    private static final int FREE = 1 << 20;

    @Test
    void whatIsWithinTheRatioIsRead() throws Exception {
        byte[] content = new byte[3 << 20];
        new Random(1).nextBytes(content);
        assertThat(inflated(content).readAllBytes()).isEqualTo(content);
    }

    @Test
    void anyRatioWillDoWhereLittleComesOut() throws Exception {
        assertThat(inflated(new byte[FREE]).readAllBytes()).hasSize(FREE);
    }

    @Test
    void whatBecomesMuchLargerIsRefusedBeforeItIsThere() throws Exception {
        InputStream in = inflated(new byte[4 << 20]);
        assertThat(in.readNBytes(FREE)).hasSize(FREE);
        assertThatThrownBy(() -> in.readNBytes(1 << 18)).isInstanceOfSatisfying(ServiceException.class,
                e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_TOO_LARGE));
    }

    @Test
    void membersAreReadOneAfterTheOther() throws Exception {
        byte[] member = gzip(new byte[] {1, 2, 3});
        assertThat(inflatedOf(member, GzipMembers.MOST).readAllBytes()).hasSize(3 * GzipMembers.MOST).startsWith(1, 2,
                3, 1);
        assertThat(inflatedOf(gzip(new byte[0]), GzipMembers.MOST).readAllBytes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10_000})
    void membersAreNotWithoutNumber(int length) throws Exception {
        byte[] member = gzip(new byte[length]);
        for (int members : new int[] {GzipMembers.MOST + 1, 50_000 / (length + 1) + GzipMembers.MOST}) {
            InputStream in = inflatedOf(member, members);
            assertThatThrownBy(in::readAllBytes).isInstanceOfSatisfying(ServiceException.class,
                    e -> assertThat(e.code()).isEqualTo(ErrorCode.INVALID_BODY));
        }
    }

    private static InputStream inflated(byte[] content) throws IOException {
        return inflatedOf(gzip(content), 1);
    }

    private static InputStream inflatedOf(byte[] member, int times) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            sent.write(member);
        }
        return new InflatedStream(new ByteArrayInputStream(sent.toByteArray()), 100, FREE);
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(content);
        }
        return sent.toByteArray();
    }
}
