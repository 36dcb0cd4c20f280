package dev.coffer.asset.image;

import dev.coffer.rendering.picture.PictureType;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Image files for tests. */
public final class Pictures {
    private Pictures() {}

    /** Left half half-transparent red, right half opaque blue. */
    public static BufferedImage twoHalves(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, x < width / 2 ? 0x80ff0000 : 0xff0000ff);
            }
        }
        return image;
    }

    public static byte[] png(int width, int height) {
        return png(twoHalves(width, height));
    }

    public static byte[] png(BufferedImage image) {
        return file(image, PictureType.PNG);
    }

    public static byte[] jpeg(BufferedImage image) {
        return file(image, PictureType.JPEG);
    }

    public static byte[] webp(BufferedImage image) {
        return file(image, PictureType.WEBP);
    }

    static byte[] file(BufferedImage image, PictureType type) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            type.write(image, 90, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static byte[] gif(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED), "gif", out);
        return out.toByteArray();
    }

    public static BufferedImage read(byte[] file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file));
    }

    /** A PNG with a further chunk behind its header. */
    public static byte[] withChunk(byte[] png, String type, byte[] data) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(png, 0, 33);
        DataOutputStream chunk = new DataOutputStream(out);
        CRC32 crc = new CRC32();
        byte[] name = type.getBytes(StandardCharsets.ISO_8859_1);
        crc.update(name);
        crc.update(data);
        chunk.writeInt(data.length);
        chunk.write(name);
        chunk.write(data);
        chunk.writeInt((int) crc.getValue());
        out.write(png, 33, png.length - 33);
        return out.toByteArray();
    }

    /** A JPEG whose camera was turned by a quarter. */
    public static byte[] lyingOnItsSide(byte[] jpeg) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        // Behind the JFIF segment, which has to be the first.
        int begin = 20;
        data.write(jpeg, 0, begin);
        byte[] exif =
                "Exif\0\0MM\0*\0\0\0\10\0\1\1\22\0\3\0\0\0\1\0\6\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        data.writeShort(0xffe1);
        data.writeShort(exif.length + 2);
        data.write(exif);
        data.write(jpeg, begin, jpeg.length - begin);
        return out.toByteArray();
    }

    /** A JPEG of one colour in inks, as image editors write it: 255 is none of the ink. */
    public static byte[] inks(int width, int height, int... colour) throws IOException {
        WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, colour.length, null);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                inks.setPixel(x, y, colour);
            }
        }
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(jpeg)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(inks, null, null), null);
        } finally {
            writer.dispose();
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write(jpeg.toByteArray(), 0, 2);
        marked.write("\u00ff\u00ee\0\16Adobe\0d\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1));
        marked.write(jpeg.toByteArray(), 2, jpeg.size() - 2);
        return marked.toByteArray();
    }

    /** A PNG that says it had so many pixels. */
    public static byte[] claiming(int width, int height) throws IOException {
        byte[] png = png(8, 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(out);
        data.write(png, 0, 12);
        byte[] content = new byte[17];
        System.arraycopy(png, 12, content, 0, 17);
        java.nio.ByteBuffer.wrap(content).putInt(4, width).putInt(8, height);
        CRC32 crc = new CRC32();
        crc.update(content);
        data.write(content);
        data.writeInt((int) crc.getValue());
        data.write(png, 33, png.length - 33);
        return out.toByteArray();
    }
}
