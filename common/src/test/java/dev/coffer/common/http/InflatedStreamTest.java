package dev.coffer.common.http;

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

    private static InputStream inflated(byte[] content) throws IOException {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(sent)) {
            gzip.write(content);
        }
        return new InflatedStream(new ByteArrayInputStream(sent.toByteArray()), 100, FREE);
    }
}
