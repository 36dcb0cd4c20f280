package dev.coffer.asset.image;

import dev.coffer.common.error.ServiceException;
import dev.coffer.rendering.format.WebP;
import dev.coffer.rendering.picture.PictureType;
import dev.coffer.rendering.picture.Rendering;
import dev.coffer.rendering.pixel.Channel;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How clients say in a query how they want to see an image (comfy.md section 4.4). */
public final class RenderingParameters {
    /** Of the thumbnails in lists of assets. */
    public static final int THUMBNAIL = 512;

    private static final int SMALLEST = 64;
    private static final int LARGEST = 1024;
    private static final int QUALITY = 90;
    private static final int THUMBNAIL_QUALITY = 85;
    private static final Pattern PREVIEW = Pattern.compile("(webp|jpeg)(?:;(\\d{1,3}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    private RenderingParameters() {}

    /**
     * Reads the query parameters of these names; each may be null.
     *
     * @return empty if the file itself is wanted
     * @throws ServiceException 400 naming the parameter that is wrong
     */
    public static Optional<Rendering> of(@Nullable String channel, @Nullable String res, @Nullable String preview) {
        Channel only = channel(channel);
        int edge = edge(res);
        Matcher asked = preview(preview);
        if (only == null && edge == 0 && asked == null) {
            return Optional.empty();
        }
        int quality = asked == null || asked.group(2) == null ? QUALITY : quality(asked.group(2));
        return Optional.of(new Rendering(only, edge, type(only, edge, asked),
                asked == null && edge > 0 ? THUMBNAIL_QUALITY : quality));
    }

    private static PictureType type(@Nullable Channel only, int edge, @Nullable Matcher asked) {
        boolean webp = asked != null && asked.group(1).equals("webp") && WebP.AVAILABLE;
        boolean jpeg = asked != null || edge > 0;
        if (webp) {
            return PictureType.WEBP;
        }
        // A JPEG has no opacity to show.
        return jpeg && only != Channel.ALPHA ? PictureType.JPEG : PictureType.PNG;
    }

    private static @Nullable Channel channel(@Nullable String text) {
        return switch (text) {
            case null -> null;
            case "", "rgba" -> null;
            case "rgb" -> Channel.RGB;
            case "a", "alpha" -> Channel.ALPHA;
            default -> throw ServiceException.invalidQuery("channel", "must be one of rgb, a, alpha, rgba");
        };
    }

    private static int edge(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return 0;
        }
        int edge = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (edge < SMALLEST || edge > LARGEST) {
            throw ServiceException.invalidQuery("res", "must be a number from " + SMALLEST + " to " + LARGEST);
        }
        return edge;
    }

    private static @Nullable Matcher preview(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        Matcher asked = PREVIEW.matcher(text);
        if (!asked.matches()) {
            throw ServiceException.invalidQuery("preview", "must be webp or jpeg, with a quality if need be: webp;75");
        }
        return asked;
    }

    private static int quality(String digits) {
        int quality = Integer.parseInt(digits);
        if (quality < 1 || quality > 100) {
            throw ServiceException.invalidQuery("preview", "must have a quality from 1 to 100");
        }
        return quality;
    }
}
