package dev.coffer.acceptance.mainjob;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Transfer;
import java.net.http.HttpRequest;
import java.util.function.Supplier;

/** Reading parts of some content (RFC 9110 section 14). */
final class Ranges {
    private Ranges() {}

    /** The first byte, a range in the middle, the last bytes, an open range, and ranges outside. */
    static void assertAll(Supplier<HttpRequest.Builder> request, Payload payload) {
        long size = payload.size();
        long middle = size / 2;
        assertPart(request, payload, "bytes=0-0", 0, 1);
        assertPart(request, payload, "bytes=" + middle + "-" + (middle + 999), middle, middle + 1000);
        assertPart(request, payload, "bytes=-777", size - 777, size);
        assertPart(request, payload, "bytes=" + (size - 5) + "-", size - 5, size);
        assertPart(request, payload, "bytes=" + (size - 5) + "-" + (size + 1000), size - 5, size);
        Answer outside = Transfer.range(request.get(), "bytes=" + size + "-");
        assertThat(outside.status()).isEqualTo(416);
        assertThat(outside.header("Content-Range")).isEqualTo("bytes */" + size);
    }

    private static void assertPart(
            Supplier<HttpRequest.Builder> request, Payload payload, String range, long from, long to) {
        Answer answer = Transfer.range(request.get(), range);
        assertThat(answer.status()).as(range).isEqualTo(206);
        assertThat(answer.header("Content-Range")).isEqualTo("bytes " + from + "-" + (to - 1) + "/" + payload.size());
        assertThat(answer.body()).as(range).isEqualTo(payload.slice(from, to));
    }
}
