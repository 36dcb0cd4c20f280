package dev.coffer.files.icon;

import dev.coffer.common.content.ByteRange;
import java.io.InputStream;
import java.util.function.Function;

/**
 * A small JPEG that shows what is in a file.
 *
 * @param size in bytes
 * @param sha256 in hexadecimal digits
 * @param content opens a range of it
 */
record Icon(long size, String sha256, Function<ByteRange, InputStream> content) {}
