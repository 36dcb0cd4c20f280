package dev.coffer.localstack.component.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinioBinaryTest {
    private static final String MODULE = "\tmod\tgithub.com/minio/minio\t" + MinioBinary.VERSION + "\th1:abc=\n";

    @TempDir
    Path directory;

    /** Wherever it stands, also across the blocks in which the file is read. */
    @ParameterizedTest
    @ValueSource(ints = {0, 100, (1 << 20) - 20, 1 << 20, (2 << 20) - 60, 3 << 20})
    void theVersionThatGoWroteIsFound(int offset) throws IOException {
        byte[] program = new byte[offset + MODULE.length() + 1000];
        System.arraycopy(MODULE.getBytes(StandardCharsets.US_ASCII), 0, program, offset, MODULE.length());
        assertThat(MinioBinary.isKnown(write(program))).isTrue();
    }

    @Test
    void anotherProgramIsNotKnown() throws IOException {
        assertThat(MinioBinary.isKnown(write(new byte[3 << 20]))).isFalse();
        assertThat(MinioBinary.isKnown(write(MODULE.replace("7aac2a2c5b7c", "000000000000").getBytes()))).isFalse();
        assertThat(MinioBinary.isKnown(write(new byte[0]))).isFalse();
        assertThat(MinioBinary.isKnown(directory.resolve("none"))).isFalse();
    }

    private Path write(byte[] program) throws IOException {
        return Files.write(directory.resolve("minio"), program);
    }
}
