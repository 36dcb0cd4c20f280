package dev.coffer.blob.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coffer.blob.Bytes;
import dev.coffer.common.content.ByteRange;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Coffer needs of a store. Every store that it is run on passes all of it. */
interface BlobStoreContract {
    ObjectStore store();

    @Test
    default void aStoreWithTheBucketIsReady() throws IOException {
        store().check();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 11_000, 5 << 20, (12 << 20) + 1})
    default void anObjectIsReadBackAsItWasPut(int size) throws IOException {
        byte[] content = Bytes.random(size);
        String key = key();
        store().put(key, Source.repeatable(() -> new ByteArrayInputStream(content), size));
        assertThat(store().size(key)).contains((long) size);
        if (size > 0) {
            assertThat(read(key, 0, size - 1)).isEqualTo(content);
        }
    }

    @Test
    default void aStreamOfKnownLengthNeedsNoCopyInMemory() throws IOException {
        byte[] content = Bytes.random(9 << 20);
        String key = key();
        store().put(key, Source.once(new ByteArrayInputStream(content), content.length));
        assertThat(read(key, 0, content.length - 1)).isEqualTo(content);
    }

    @Test
    default void aRangeIsExactlyThatRange() throws IOException {
        byte[] content = Bytes.random(100_000);
        String key = stored(content);
        assertThat(read(key, 0, 0)).containsExactly(content[0]);
        assertThat(read(key, 99_999, 99_999)).containsExactly(content[99_999]);
        assertThat(read(key, 1_000, 1_999)).isEqualTo(Arrays.copyOfRange(content, 1_000, 2_000));
    }

    @Test
    default void aFailingStreamLeavesNoObject() throws IOException {
        String key = key();
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(Bytes.random(3 << 20)), new Failing());
        assertThatThrownBy(() -> store().put(key, Source.once(cut, 8 << 20))).isInstanceOf(IOException.class);
        assertNothingAt(key);
    }

    @Test
    default void aFailingStreamLeavesThePreviousContent() throws IOException {
        byte[] content = Bytes.random(100_000);
        String key = stored(content);
        InputStream cut = new SequenceInputStream(new ByteArrayInputStream(Bytes.random(50_000)), new Failing());
        assertThatThrownBy(() -> store().put(key, Source.once(cut, 100_000))).isInstanceOf(IOException.class);
        assertThat(read(key, 0, content.length - 1)).isEqualTo(content);
    }

    @Test
    default void partsInAnyOrderBecomeOneObject() throws IOException {
        byte[] first = Bytes.random(1, 5 << 20);
        byte[] second = Bytes.random(2, 5 << 20);
        byte[] last = Bytes.random(3, 7);
        byte[] whole = Bytes.joined(first, second, last);
        String key = key();
        String upload = store().startParts(key);
        ObjectStore.Part three = part(key, upload, 3, last);
        ObjectStore.Part one = part(key, upload, 1, first);
        ObjectStore.Part two = part(key, upload, 2, second);
        assertNothingAt(key);
        store().completeParts(key, upload, List.of(one, two, three));
        assertThat(store().size(key)).contains((long) whole.length);
        assertThat(read(key, 0, whole.length - 1)).isEqualTo(whole);
    }

    @Test
    default void aPartThatIsSentAgainReplacesTheOldOne() throws IOException {
        String key = key();
        String upload = store().startParts(key);
        part(key, upload, 1, Bytes.random(6 << 20));
        byte[] again = Bytes.random(5 << 20);
        store().completeParts(key, upload, List.of(part(key, upload, 1, again)));
        assertThat(read(key, 0, again.length - 1)).isEqualTo(again);
    }

    @Test
    default void onlyThePartsThatAreNamedBecomeTheObject() throws IOException {
        byte[] first = Bytes.random(5 << 20);
        byte[] last = Bytes.random(100);
        String key = key();
        String upload = store().startParts(key);
        part(key, upload, 1, Bytes.random(6 << 20));
        ObjectStore.Part two = part(key, upload, 2, first);
        ObjectStore.Part fortyOne = part(key, upload, 41, last);
        part(key, upload, 42, Bytes.random(7));
        store().completeParts(key, upload, List.of(two, fortyOne));
        assertThat(store().size(key)).contains((5L << 20) + 100);
        assertThat(read(key, 0, (5 << 20) - 1)).isEqualTo(first);
        assertThat(read(key, 5 << 20, (5 << 20) + 99)).isEqualTo(last);
    }

    @Test
    default void aWholeObjectCanBecomeAPart() throws IOException {
        byte[] content = Bytes.random(6 << 20);
        String source = "t-a%2Fb/" + UUID.randomUUID();
        store().put(source, Source.repeatable(() -> new ByteArrayInputStream(content), content.length));
        String key = key();
        String upload = store().startParts(key);
        ObjectStore.Part one = store().copyPart(key, upload, 1, source);
        store().completeParts(key, upload, List.of(one, part(key, upload, 2, Bytes.random(9))));
        assertThat(store().size(key)).contains((6L << 20) + 9);
        assertThat(read(key, 0, content.length - 1)).isEqualTo(content);
    }

    @Test
    default void anAbortedUploadLeavesNothing() throws IOException {
        String key = key();
        String upload = store().startParts(key);
        ObjectStore.Part part = part(key, upload, 1, Bytes.random(5 << 20));
        store().abortParts(key, upload);
        assertThatThrownBy(() -> store().completeParts(key, upload, List.of(part))).isInstanceOf(IOException.class);
        assertNothingAt(key);
    }

    @Test
    default void abortingAnUnknownUploadIsNotAnError() throws IOException {
        store().abortParts(key(), UUID.randomUUID().toString());
    }

    @Test
    default void deletingAnUnknownObjectIsNotAnError() throws IOException {
        store().delete(key());
    }

    @Test
    default void aDeletedObjectIsGone() throws IOException {
        String key = stored(Bytes.random(100));
        store().delete(key);
        assertNothingAt(key);
        assertThatThrownBy(() -> store().get(key, new ByteRange(0, 99))).isInstanceOf(IOException.class);
    }

    @Test
    default void manyThreadsDoNotDisturbEachOther() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> work = IntStream.range(0, 100).mapToObj(this::storeAndCompare).toList();
            for (Future<Boolean> done : threads.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        }
    }

    private Callable<Boolean> storeAndCompare(int seed) {
        return () -> {
            byte[] content = Bytes.random(20_000 + seed);
            String key = stored(content);
            return Arrays.equals(read(key, 0, content.length - 1), content);
        };
    }

    private ObjectStore.Part part(String key, String upload, int number, byte[] content) throws IOException {
        Source source = Source.once(new ByteArrayInputStream(content), content.length);
        return store().putPart(key, upload, number, source);
    }

    private String stored(byte[] content) throws IOException {
        String key = key();
        store().put(key, Source.repeatable(() -> new ByteArrayInputStream(content), content.length));
        return key;
    }

    private byte[] read(String key, long first, long last) throws IOException {
        try (InputStream in = store().get(key, new ByteRange(first, last))) {
            return in.readAllBytes();
        }
    }

    private void assertNothingAt(String key) throws IOException {
        assertThat(store().size(key)).isEmpty();
    }

    private static String key() {
        return "t-test/" + UUID.randomUUID();
    }

    /** A source that breaks. */
    final class Failing extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut");
        }
    }
}
