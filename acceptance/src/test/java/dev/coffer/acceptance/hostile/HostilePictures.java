package dev.coffer.acceptance.hostile;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.content.Payloads;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/** Images that are small and expensive to decode. Some bytes behind the end make each one new. */
final class HostilePictures {
    private HostilePictures() {}

    /** A grey progressive JPEG whose scans, but for the first, say in some bytes that nothing changes in any block. */
    static Payload scans(int edge, int scans) {
        return scans(edge, edge, scans);
    }

    /** The same, as wide and as high as is wanted. */
    static Payload scans(int width, int height, int scans) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xff, 0xd8));
        byte[] quantisation = new byte[65];
        Arrays.fill(quantisation, 1, 65, (byte) 1);
        segment(out, 0xdb, quantisation);
        segment(out, 0xc2, bytes(8, height >> 8, height, width >> 8, width, 1, 1, 0x11, 0));
        segment(out, 0xc4, code(0x00, 0));
        segment(out, 0xc4, code(0x10, 0xe0));
        int blocks = Math.ceilDiv(width, 8) * Math.ceilDiv(height, 8);
        segment(out, 0xda, bytes(1, 1, 0, 0, 0, 0));
        out.writeBytes(new byte[Math.ceilDiv(blocks, 8)]);
        for (int i = 1; i < scans; i++) {
            segment(out, 0xda, bytes(1, 1, 0, 1, 63, 0));
            out.writeBytes(new byte[Math.ceilDiv(Math.ceilDiv(blocks, 16384) * 15, 8)]);
        }
        out.writeBytes(bytes(0xff, 0xd9));
        return finished(out, "scans.jpg", "image/jpeg");
    }

    /** A Huffman table with a single one-bit code. */
    private static byte[] code(int table, int symbol) {
        byte[] code = new byte[18];
        code[0] = (byte) table;
        code[1] = 1;
        code[17] = (byte) symbol;
        return code;
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[] data) {
        out.writeBytes(bytes(0xff, marker, data.length + 2 >> 8, data.length + 2));
        out.writeBytes(data);
    }

    /** A PNG without a colour: some kilobytes for any number of pixels. */
    static Payload black(int width, int height) throws Exception {
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
            byte[] row = new byte[width + 1];
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("\u0089PNG\r\n\u001a\n".getBytes(StandardCharsets.ISO_8859_1));
        chunk(out, "IHDR", ByteBuffer.allocate(13).putInt(width).putInt(height).put((byte) 8).array());
        chunk(out, "IDAT", rows.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return finished(out, "black.png", "image/png");
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.ISO_8859_1));
        sum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(type.getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    /** A WebP in which each of five codes has one symbol, so that no pixel takes a bit: 30 bytes for any number. */
    static Payload webp(int width, int height) {
        long codes = 0b0001_0001_0001_0001_0001L << 3;
        long head = width - 1L | height - 1L << 14;
        long bits = head | codes << 32;
        ByteBuffer file = ByteBuffer.allocate(30).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(22);
        file.put("WEBPVP8L".getBytes(StandardCharsets.US_ASCII)).putInt(10).put((byte) 0x2f).putLong(bits);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(file.array());
        return finished(out, "plain.webp", "image/webp");
    }

    /** A GIF of one pixel, so many times. */
    static Payload frames(int frames) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes("GIF89a".getBytes(StandardCharsets.ISO_8859_1));
        out.writeBytes(bytes(1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255));
        for (int i = 0; i < frames; i++) {
            out.writeBytes(bytes(0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0));
        }
        out.write(0x3b);
        return finished(out, "frames.gif", "image/gif");
    }

    private static Payload finished(ByteArrayOutputStream out, String name, String mimeType) {
        String unique = Payloads.unique("picture");
        out.writeBytes(unique.getBytes(StandardCharsets.UTF_8));
        return Payloads.of(unique + "-" + name, mimeType, out.toByteArray());
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
