package dev.coffer.blob.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** BLAKE3 against the figures of its authors, and against another implementation. */
class Blake3Test {

    /** The bytes 0 to 250 again and again, as test_vectors.json of the BLAKE3 project defines its inputs. */
    @ParameterizedTest
    @CsvSource({
        "0, af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262",
        "1, 2d3adedff11b61f14c886e35afa036736dcd87a74d27b5c1510225d0f592e213",
        "1023, 10108970eeda3eb932baac1428c7a2163b0e924c9a9e25b35bba72b28f70bd11",
        "1024, 42214739f095a406f3fc83deb889744ac00df831c10daa55189b5d121c855af7",
        "1025, d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444",
        "2048, e776b6028c7cd22a4d0ba182a8bf62205d2ef576467e838ed6f2529b85fba24a",
        "2049, 5f4d72f40d7a5f82b15ca2b2e44b1de3c2ef86c426c95c1af0b6879522563030",
        "3073, 7124b49501012f81cc7f11ca069ec9226cecb8a2c850cfe644e327d22d3e1cd3",
        "5121, 628bd2cb2004694adaab7bbd778a25df25c47b9d4155a55f8fbd79f2fe154cff",
        "7169, a003fc7a51754a9b3c7fae0367ab3d782dccf28855a03d435f8cfe74605e7817"})
    void agreesWithItsAuthors(int length, String expected) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (i % 251);
        }
        assertThat(HexFormat.of().formatHex(ours(bytes, length))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 1000, 1024, 4096, 65536, Integer.MAX_VALUE})
    void doesNotDependOnThePieces(int piece) {
        byte[] bytes = new byte[70_001];
        new Random(1).nextBytes(bytes);
        assertThat(ours(bytes, piece)).isEqualTo(theirs(bytes));
    }

    @Test
    void agreesWithAnotherImplementation() {
        Random random = new Random(2);
        for (int size = 0; size < 300_000; size += size < 200 ? 1 : 1 + random.nextInt(6_000)) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            assertThat(ours(bytes, 1 + random.nextInt(8_000))).as("%d bytes", size).isEqualTo(theirs(bytes));
        }
    }

    /** The number of a chunk needs more than 32 bits from 4 TiB on; here the words of the counter are told apart. */
    @Test
    void countsBeyondThirtyTwoBits() {
        int[] low = Blake3Compression.INITIAL.clone();
        int[] high = Blake3Compression.INITIAL.clone();
        Blake3Compression.compress(low, new byte[64], 0, 1, 64, 0);
        Blake3Compression.compress(high, new byte[64], 0, (1L << 32) + 1, 64, 0);
        assertThat(high).isNotEqualTo(low);
    }

    private static byte[] ours(byte[] bytes, int piece) {
        Blake3 hash = new Blake3();
        for (int at = 0; at < bytes.length;) {
            int count = Math.min(piece, bytes.length - at);
            hash.update(bytes, at, count);
            at += count;
        }
        return hash.finish();
    }

    private static byte[] theirs(byte[] bytes) {
        return org.apache.commons.codec.digest.Blake3.hash(bytes);
    }
}
