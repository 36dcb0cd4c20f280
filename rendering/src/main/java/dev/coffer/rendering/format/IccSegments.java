package dev.coffer.rendering.format;

import dev.coffer.rendering.pixel.Orientation;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The colour profile of a JPEG, in segments. One that is not whole and sound is no profile: the image is shown without.
 */
final class IccSegments {
    private static final byte[] NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int BEFORE_DATA = NAME.length + 2;
    private static final int MOST = 1 << 20;
    private static final int LARGEST = 65_533 - BEFORE_DATA;
    private static final int HEADER = 128;

    private byte @Nullable [] @Nullable [] parts;
    private int bytes;
    private boolean broken;

    /** Takes the data of a segment that may be a part of the profile. */
    void take(ByteBuffer segment) {
        if (broken || !Orientation.startsWith(segment, NAME)) {
            return;
        }
        if (segment.remaining() <= BEFORE_DATA) {
            broken = true;
            return;
        }
        int number = Byte.toUnsignedInt(segment.get(NAME.length));
        int count = Byte.toUnsignedInt(segment.get(NAME.length + 1));
        if (parts == null) {
            parts = new byte[count][];
        }
        byte[] part = new byte[segment.remaining() - BEFORE_DATA];
        segment.get(BEFORE_DATA, part);
        bytes += part.length;
        broken = count != parts.length || number < 1 || number > count || parts[number - 1] != null || bytes > MOST;
        if (!broken) {
            parts[number - 1] = part;
        }
    }

    /** Writes the profile in segments, if it can be used. */
    void write(ByteArrayOutputStream target) throws IOException {
        byte[] profile = whole();
        if (profile == null || !usable(profile)) {
            return;
        }
        DataOutputStream out = new DataOutputStream(target);
        int count = Math.ceilDiv(profile.length, LARGEST);
        for (int i = 0; i < count; i++) {
            int size = Math.min(LARGEST, profile.length - i * LARGEST);
            out.writeShort(0xffe2);
            out.writeShort(2 + BEFORE_DATA + size);
            out.write(NAME);
            out.write(i + 1);
            out.write(count);
            out.write(profile, i * LARGEST, size);
        }
    }

    private byte @Nullable [] whole() {
        if (broken || parts == null) {
            return null;
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream(bytes);
        for (byte[] part : parts) {
            if (part == null) {
                return null;
            }
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    /** Tried on a colour: most of what is wrong with a profile only shows then. */
    private static boolean usable(byte[] profile) {
        if (profile.length < HEADER || ByteBuffer.wrap(profile).getInt() != profile.length) {
            return false;
        }
        try {
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
            return space.getType() == ColorSpace.TYPE_RGB && space.toRGB(new float[] {0.5f, 0.5f, 0.5f}).length == 3;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
