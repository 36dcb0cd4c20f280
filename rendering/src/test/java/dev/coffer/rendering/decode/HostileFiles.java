package dev.coffer.rendering.decode;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;

/** Images that cost more than they weigh. */
final class HostileFiles {
    private HostileFiles() {}

    /** A grey JPEG whose scans, but for the first, say in some bytes that nothing changes in any block. */
    static byte[] scans(int edge, int scans, boolean progressive) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xff, 0xd8));
        byte[] table = new byte[65];
        Arrays.fill(table, 1, 65, (byte) 1);
        segment(out, 0xdb, table);
        segment(out, progressive ? 0xc2 : 0xc0, bytes(8, edge >> 8, edge, edge >> 8, edge, 1, 1, 0x11, 0));
        // One code of one bit: no difference, and no more in 16,384 blocks.
        segment(out, 0xc4, concat(bytes(0x00, 1), new byte[15], bytes(0)));
        segment(out, 0xc4, concat(bytes(0x10, 1), new byte[15], bytes(0xe0)));
        int blocks = (edge / 8) * (edge / 8);
        for (int i = 0; i < scans; i++) {
            boolean first = i == 0;
            segment(out, 0xda, first ? bytes(1, 1, 0, 0, progressive ? 0 : 63, 0) : bytes(1, 1, 0, 1, 63, 0));
            out.writeBytes(new byte[first ? Math.ceilDiv(blocks * (progressive ? 1 : 2), 8)
                    : Math.ceilDiv(Math.ceilDiv(blocks, 16384) * 15, 8)]);
        }
        out.writeBytes(bytes(0xff, 0xd9));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        out.writeBytes(bytes(0xff, marker, data.length + 2 >> 8, data.length + 2));
        out.writeBytes(data);
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /** A PNG, grey with eight bits, all black. */
    static byte[] png(int width, int height, byte[]... before) {
        byte[] rows = deflated((width + 1L) * height);
        return concat("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1),
                chunk("IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array()),
                concat(before), chunk("IDAT", rows), chunk("IEND", new byte[0]));
    }

    static byte[] chunk(String type, byte[] data) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream chunk = new DataOutputStream(out);
            chunk.writeInt(data.length);
            chunk.write(type.getBytes(StandardCharsets.ISO_8859_1));
            chunk.write(data);
            chunk.writeInt(0);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** So many zeros, a thousandth as long. */
    static byte[] deflated(long zeros) {
        Deflater deflater = new Deflater(9);
        byte[] block = new byte[1 << 16];
        byte[] packed = new byte[1 << 16];
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (long left = zeros; left > 0; left -= block.length) {
            deflater.setInput(block, 0, (int) Math.min(left, block.length));
            while (!deflater.needsInput()) {
                out.write(packed, 0, deflater.deflate(packed));
            }
        }
        deflater.finish();
        while (!deflater.finished()) {
            out.write(packed, 0, deflater.deflate(packed));
        }
        deflater.end();
        return out.toByteArray();
    }

    static byte[] times(int count, byte[] part) {
        byte[] all = new byte[count * part.length];
        for (int i = 0; i < count; i++) {
            System.arraycopy(part, 0, all, i * part.length, part.length);
        }
        return all;
    }

    /** A GIF of one black pixel, many times. */
    static byte[] gif(int width, int height, int frames, byte[]... before) {
        byte[] screen = ByteBuffer.allocate(7).order(ByteOrder.LITTLE_ENDIAN).putShort((short) width)
                .putShort((short) height).put((byte) 0x80).array();
        byte[] frame = bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0);
        return concat("GIF89a".getBytes(StandardCharsets.ISO_8859_1), screen, new byte[6], concat(before),
                times(frames, frame), bytes(0x3b));
    }

    static byte[] riff(byte[]... chunks) {
        byte[] all = concat(chunks);
        byte[] size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(all.length + 4).array();
        return concat("RIFF".getBytes(StandardCharsets.ISO_8859_1), size, "WEBP".getBytes(StandardCharsets.ISO_8859_1),
                all);
    }

    static byte[] riffChunk(String type, byte[] data) {
        byte[] size = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(data.length).array();
        return concat(type.getBytes(StandardCharsets.ISO_8859_1), size, data, new byte[data.length & 1]);
    }

    /** The header of a WebP picture that says it had so many pixels. */
    static byte[] lossless(int width, int height) {
        int bits = width - 1 | height - 1 << 14;
        return riffChunk("VP8L", concat(bytes(0x2f),
                ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(bits).array()));
    }
}
