package dev.coffer.rendering.picture;

import dev.coffer.rendering.format.ImageFormat;
import dev.coffer.rendering.pixel.Channel;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is made of an image: one channel of it, a smaller one, or one in another format.
 *
 * @param channel the only channel that is shown; all if absent
 * @param edge longest edge in pixels; 0 for that of the image
 * @param type what it is written as
 * @param quality 1 to 100, where the format knows one
 * @param sources the formats of images that it is made of
 */
public record Rendering(@Nullable Channel channel, int edge, PictureType type, int quality, Set<ImageFormat> sources) {

    /** A rendering of any image that can be read. */
    public Rendering(@Nullable Channel channel, int edge, PictureType type, int quality) {
        this(channel, edge, type, quality, Set.of(ImageFormat.values()));
    }

    /** Identifies this rendering among all renderings of one image. */
    public String key() {
        return (channel == null ? "all" : channel.name().toLowerCase(Locale.ROOT)) + "/" + edge + "/"
                + type.extension() + "/" + quality;
    }

    /** The media type of the picture. */
    public String mediaType() {
        return type.mediaType();
    }

    /** The usual extension of file names of such pictures. */
    public String extension() {
        return type.extension();
    }

    /** Whether the image may be decoded at a lower resolution if it does not fit into memory. */
    boolean mayShrink() {
        return channel == null || edge > 0;
    }
}
