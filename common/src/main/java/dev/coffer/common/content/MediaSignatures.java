package dev.coffer.common.content;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Detects the media type of a content by its first bytes, where neither the client nor a file name states it. It knows
 * types that a browser shows or plays, and none that it would execute.
 */
public final class MediaSignatures {
    /** So many bytes are looked at. */
    public static final int LENGTH = 16;

    private static final List<Signature> KNOWN = List.of(
            new Signature("image/png", new Mark(0, "\u0089PNG\r\n\u001a\n")),
            new Signature("image/jpeg", new Mark(0, "\u00ff\u00d8\u00ff")),
            new Signature("image/gif", new Mark(0, "GIF87a")),
            new Signature("image/gif", new Mark(0, "GIF89a")),
            new Signature("image/webp", new Mark(0, "RIFF"), new Mark(8, "WEBP")),
            new Signature("image/avif", new Mark(4, "ftypavif")),
            new Signature("audio/wav", new Mark(0, "RIFF"), new Mark(8, "WAVE")),
            new Signature("audio/mpeg", new Mark(0, "ID3")),
            new Signature("audio/flac", new Mark(0, "fLaC")),
            new Signature("audio/ogg", new Mark(0, "OggS")),
            new Signature("audio/mp4", new Mark(4, "ftypM4A ")),
            new Signature("video/quicktime", new Mark(4, "ftypqt  ")),
            new Signature("video/mp4", new Mark(4, "ftyp")),
            new Signature("video/webm", new Mark(0, "\u001aE\u00df\u00a3")),
            new Signature("application/pdf", new Mark(0, "%PDF-")));

    private MediaSignatures() {}

    /**
     * The type of a content that begins so.
     *
     * @param head the first {@link #LENGTH} bytes, or all if there are fewer
     */
    public static Optional<String> typeOf(byte[] head) {
        return KNOWN.stream().filter(signature -> signature.isIn(head)).map(Signature::type).findFirst();
    }

    private record Signature(String type, Mark... marks) {
        boolean isIn(byte[] head) {
            return Arrays.stream(marks).allMatch(mark -> mark.isIn(head));
        }
    }

    private record Mark(int offset, String bytes) {
        boolean isIn(byte[] head) {
            byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
            int end = offset + wanted.length;
            return head.length >= end && Arrays.equals(head, offset, end, wanted, 0, wanted.length);
        }
    }
}
