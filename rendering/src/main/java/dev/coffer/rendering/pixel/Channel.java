package dev.coffer.rendering.pixel;

import java.awt.image.BufferedImage;

/** The channels of an image that can be shown apart. */
public enum Channel {
    /** The colours as they are stored, without regard to their opacity. */
    RGB(BufferedImage.TYPE_3BYTE_BGR, 0x00ffffff),
    /** The opacity of black; that of an image without any is full. */
    ALPHA(BufferedImage.TYPE_4BYTE_ABGR, 0xff000000);

    private final int type;
    private final int kept;

    Channel(int type, int kept) {
        this.type = type;
        this.kept = kept;
    }

    /** The image with this channel alone. */
    public BufferedImage of(BufferedImage image) {
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), type);
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            Pixels.row(image, y, row);
            for (int x = 0; x < row.length; x++) {
                row[x] &= kept;
            }
            result.setRGB(0, y, row.length, 1, row, 0, row.length);
        }
        return result;
    }
}
