package dev.coffer.rendering.format;

/**
 * The place of a picture on the image that it is a part of, in pixels.
 *
 * @param background of the rest, as opacity, red, green and blue
 */
public record Frame(int x, int y, int width, int height, int background) {
    public static Frame all(int width, int height) {
        return new Frame(0, 0, width, height, 0);
    }

    public boolean covers(int canvasWidth, int canvasHeight) {
        return x == 0 && y == 0 && width == canvasWidth && height == canvasHeight;
    }
}
